package org.cobalink.knowledge;

/** Where a rule comes from (sources.tsv). */
public record Source(String id, String title, String publisher, String status) {}
