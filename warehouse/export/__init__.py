"""What the warehouse says now, in the forms that other tools read."""
