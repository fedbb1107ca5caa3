package org.cobalink.knowledge;

/**
 * One code of a row, in reporting order.
 *
 * @param code an ICD-10-CM code, or empty where {@code sameAs} names whose code it is
 * @param sameAs a concept: the code that its own statement has by its own row ({@code @anemia})
 * @param own whether it is the code of the row's own statement ({@code *})
 * @param companion whether it stands beside the diagnosis and needs no place on the order ({@code
 *     +})
 * @param status a status code, shown and never asked for (in parentheses)
 */
public record RowCode(String code, String sameAs, boolean own, boolean companion, boolean status) {
  static RowCode parse(String cell) {
    String text = cell.strip();
    boolean status = text.startsWith("(");
    text = text.replaceAll("[()]", "");
    boolean own = text.endsWith("*");
    boolean companion = text.endsWith("+");
    text = own || companion ? text.substring(0, text.length() - 1) : text;
    boolean same = text.startsWith("@");
    return new RowCode(same ? "" : text, same ? text.substring(1) : "", own, companion, status);
  }
}
