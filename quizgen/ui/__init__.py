"""The Streamlit app: pages, the pieces they are drawn from, and what a session holds of an attempt."""
