package org.cobalink.review.assess;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.cobalink.knowledge.Effect;
import org.cobalink.knowledge.Roles.Role;
import org.cobalink.knowledge.Tokens;

/**
 * The number of an item of a list names the cause: "1. B12 deficiency anemia 2. Neuropathy
 * secondary to #1". It says which of many is meant, so nothing is guessed; and what is said of the
 * item is said of the cause.
 */
record Numbered(ReadText text) {
  private static final Set<Effect> LINKS = Set.of(Effect.DUE_TO, Effect.CAUSES);
  private static final Set<String> PERIODS = Set.of(".", Tokens.SENTENCE_END);

  /**
   * Gives the mention before such a linker its cause, or the item, once all that is said is read.
   */
  void read() {
    text.modifiers().stream()
        .filter(Links::isLink)
        .filter(m -> LINKS.contains(Links.effect(m)))
        .forEach(m -> link(m.start(), m.end(), Links.effect(m)));
  }

  private void link(int start, int end, Effect effect) {
    int number = is(end + 1, PERIODS) ? end + 2 : end + 1;
    if (isNumbered(end, number)) {
      item(number)
          .ifPresent(item -> subject(start).ifPresent(before -> link(before, item, effect)));
    }
  }

  private boolean isNumbered(int at, int number) {
    return at >= 0 && number < text.tokens().size() && text.plays(Role.ITEM_NUMBER, at);
  }

  /** "#2 is due to": what that item begins with; else the mention that stands before. */
  private Optional<Mention> subject(int link) {
    int at = link - 1;
    while (at > 0 && text.plays(Role.SAYS, at)) {
      at--;
    }
    return isNumbered(at - 1, at)
        ? item(at)
        : text.mentions().stream()
            .filter(m -> m.end <= link)
            .reduce((earlier, m) -> m)
            .filter(m -> IntStream.range(m.end, link).noneMatch(this::isOfItsOwn));
  }

  /** What the one item of that number begins with. */
  private Optional<Mention> item(int number) {
    List<Integer> items =
        IntStream.range(0, text.tokens().size())
            .filter(i -> i != number && isItem(i, text.tokens().get(number).text()))
            .boxed()
            .toList();
    return items.size() == 1 ? firstBehind(items.get(0)) : Optional.empty();
  }

  private static void link(Mention before, Mention item, Effect effect) {
    if (effect == Effect.DUE_TO) {
      link(before, item);
    } else {
      link(item, before);
    }
  }

  private static void link(Mention caused, Mention cause) {
    Links.addCause(caused, cause);
    caused.unreadCause &= !caused.causes.contains(cause);
  }

  /** "3. Hair loss due to #1": the mention of the item before is not what is caused. */
  private boolean isOfItsOwn(int at) {
    return Clauses.isEnd(text.tokens().get(at).text())
        || text.isOpen(at)
        || text.isThing(at)
        || Character.isDigit(text.tokens().get(at).text().charAt(0));
  }

  /** What the item begins with. */
  private Optional<Mention> firstBehind(int number) {
    int from =
        IntStream.range(number + 1, text.tokens().size())
            .filter(i -> Character.isLetter(text.tokens().get(i).text().charAt(0)))
            .findFirst()
            .orElse(number);
    return text.mentions().stream().filter(m -> m.start == from).findFirst();
  }

  /** "1.", "1)", or "#1" at the beginning of a line. */
  private boolean isItem(int at, String number) {
    boolean closed = is(at + 1, PERIODS) || is(at + 1, Set.of(")"));
    boolean marked =
        is(at - 1, Set.of("#"))
            && (at == 1 || is(at - 2, Set.of(Tokens.NEWLINE, Tokens.SENTENCE_END)));
    return text.isText(at, number) && (closed || marked);
  }

  private boolean is(int at, Set<String> texts) {
    return at >= 0 && at < text.tokens().size() && texts.contains(text.tokens().get(at).text());
  }
}
