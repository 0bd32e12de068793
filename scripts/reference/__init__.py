"""The reference docs for authors and teachers, written from the models, the generators, the taxonomy and real banks."""
