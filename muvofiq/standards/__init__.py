"""International instruments, the requirements drawn from them, and the vocabulary of the field."""
