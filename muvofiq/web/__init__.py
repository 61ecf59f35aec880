"""What people see: each view reads a form, calls one action or query, and renders a page or a fragment."""
