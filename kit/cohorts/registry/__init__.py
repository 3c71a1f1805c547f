"""Adherence of a registry: plans and diaries in Parquet, in buckets of whole patients, counted bucket by bucket."""
