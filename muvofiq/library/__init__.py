"""Data only: standards, thesaurus, languages, sample laws."""
