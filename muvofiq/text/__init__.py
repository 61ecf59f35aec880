"""A file becomes numbered lines that remember where they came from."""
