"""Everything that screens and documents read."""
