"""What is to be changed in a law, and the proof that the change says what was meant."""
