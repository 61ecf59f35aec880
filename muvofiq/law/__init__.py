"""Lines of text become a law tree whose units can be cited."""
