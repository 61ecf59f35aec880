"""Every change goes through one function here: one verb a file, with its actor, its permission and its history."""
