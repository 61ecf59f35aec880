"""The words of the interface in all languages: gathered from the program, translated by people, compiled."""
