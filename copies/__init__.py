"""Makes the second copy of the training country's law book: the same acts with the damage of real files."""
