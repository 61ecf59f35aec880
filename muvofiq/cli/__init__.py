"""What is typed at the command line; it holds no rule of its own."""
