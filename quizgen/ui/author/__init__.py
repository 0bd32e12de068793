"""Writing a bank in the app: the text beside what it gives, and a preview of a file that another editor writes."""
