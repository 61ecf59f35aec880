"""What agencies are asked in writing, and what they answer; nothing here judges."""
