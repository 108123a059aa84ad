"""Finding practices: text finds, feasibility gates, expected effect orders."""
