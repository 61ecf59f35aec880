"""The documents that leave the room."""
