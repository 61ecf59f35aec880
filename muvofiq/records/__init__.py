"""What people decided: the only folder that speaks with the database."""
