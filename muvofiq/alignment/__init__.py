"""Which provisions of a national law may answer which requirement of the standards."""
