"""What is met, what is missing: the words in which people judge, and what follows from them."""
