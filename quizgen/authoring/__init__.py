"""What helps whoever writes a bank: one layout, what each entry yields, a bank to begin with, and word of changes."""
