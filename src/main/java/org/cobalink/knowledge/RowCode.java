package org.cobalink.knowledge;

/**
 * One code of a row, in reporting order.
 *
 * @param code an ICD-10-CM code, or empty where {@code sameAs} names whose code it is
 * @param sameAs a concept: the code that its own statement has ({@code @anemia})
 * @param of the concept whose words say the code, where it is not the row's own ({@code K91.2 of
 *     postsurgicalMalabsorption})
 * @param own whether it is the code of the row's own statement ({@code *})
 * @param companion whether it stands beside the diagnosis and needs no place on the order ({@code
 *     +})
 * @param status a status code, shown and never asked for (in parentheses)
 * @param first whether it stands before every other code ({@code ^}, guideline I.C.15.a)
 */
public record RowCode(
    String code,
    String sameAs,
    String of,
    boolean own,
    boolean companion,
    boolean status,
    boolean first) {
  static RowCode parse(String cell) {
    String text = cell.strip();
    boolean status = text.startsWith("(");
    text = text.replaceAll("[()]", "");
    boolean first = text.startsWith("^");
    text = first ? text.substring(1) : text;
    boolean own = text.endsWith("*");
    boolean companion = text.endsWith("+");
    text = own || companion ? text.substring(0, text.length() - 1) : text;
    String[] parts = text.split(" of ", 2);
    String of = parts.length > 1 ? parts[1].strip() : "";
    String code = parts[0].strip();
    boolean same = code.startsWith("@");
    return new RowCode(
        same ? "" : code, same ? code.substring(1) : "", of, own, companion, status, first);
  }
}
