package org.cobalink.review.assess;

import java.util.ArrayList;
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
  private static final Set<Effect> LINKS = Set.of(Effect.DUE_TO, Effect.CAUSES, Effect.NOT_DUE_TO);
  private static final Set<String> BETWEEN = Set.of("both", "and", ",", "&", "+");
  private static final int ANY = -1;
  private static final Set<String> PERIODS = Set.of(".", Tokens.SENTENCE_END);

  /** Gives the mention before such a linker its cause, or the item, once its clauses are read. */
  void read() {
    text.modifiers().stream()
        .filter(Links::isLink)
        .filter(m -> LINKS.contains(Links.effect(m)))
        .forEach(m -> link(m.start(), m.end(), Links.effect(m)));
  }

  private void link(int start, int end, Effect effect) {
    List<Mention> items = items(end, ANY);
    List<Integer> numbers = numbers(end, ANY);
    boolean unread = items.isEmpty() && numbers.stream().anyMatch(n -> places(n).size() == 1);
    List<Mention> subjects = subjects(start, unread || !items.isEmpty());
    if (unread || effect == Effect.NOT_DUE_TO) {
      subjects.forEach(s -> s.unreadCause |= effect != Effect.CAUSES);
      return;
    }
    List<Mention> others = items.isEmpty() && !subjects.isEmpty() ? named(end) : items;
    subjects.forEach(s -> others.forEach(o -> link(s, o, effect)));
  }

  /** "#2 is due to", "both 1 and 2 are": what those items begin with; else what stands before. */
  private List<Mention> subjects(int link, boolean orBefore) {
    int at = link;
    while (at > 0 && text.plays(Role.SAYS, at - 1)) {
      at--;
    }
    List<Mention> items = items(Sentences.start(text.tokens(), link), at);
    return !items.isEmpty() || !orBefore
        ? items
        : text.mentions().stream()
            .filter(m -> m.end <= link)
            .reduce((earlier, m) -> m)
            .filter(m -> IntStream.range(m.end, endBefore(link)).noneMatch(this::isOfItsOwn))
            .map(List::of)
            .orElse(List.of());
  }

  /** "Anemia. Etiology: #1": the sentence before the field speaks of what is caused. */
  private int endBefore(int link) {
    boolean field =
        text.modifiers().stream()
            .anyMatch(m -> m.start() == link && Clauses.isField(text, m.end()));
    return field && Clauses.isEnd(text.tokens().get(link - 1).text()) ? link - 1 : link;
  }

  private List<Mention> named(int from) {
    return text.mentions().stream().filter(m -> m.start == from).toList();
  }

  /**
   * What the items begin with whose numbers stand there: "#1", "both 1 and 2". A number alone is
   * none, it may be of weeks.
   *
   * @param to where the numbers must end, or {@link #ANY}
   */
  private List<Mention> items(int from, int to) {
    List<Integer> numbers = numbers(from, to);
    List<Mention> items = numbers.stream().flatMap(n -> item(n).stream()).toList();
    return items.size() == numbers.size() ? items : List.of();
  }

  private List<Integer> numbers(int from, int to) {
    List<Integer> numbers = new ArrayList<>();
    boolean marked = false;
    int at = from;
    while (at < text.tokens().size() && (to == ANY || at < to)) {
      if (isNumber(at) && (numbers.isEmpty() || numbers.get(numbers.size() - 1) < at - 1)) {
        numbers.add(at);
      } else if (text.plays(Role.ITEM_NUMBER, at)) {
        marked = true;
      } else if (!BETWEEN.contains(text.tokens().get(at).text()) && !isAbbreviated(at)) {
        break;
      }
      at++;
    }
    boolean all = (to == ANY || at == to) && (marked || numbers.size() > 1);
    return all && numbers.stream().noneMatch(n -> places(n).isEmpty()) ? numbers : List.of();
  }

  /** "No. 1". */
  private boolean isAbbreviated(int at) {
    return is(at, PERIODS) && at > 0 && text.plays(Role.ITEM_NUMBER, at - 1);
  }

  private boolean isNumber(int at) {
    String number = text.tokens().get(at).text();
    return number.length() < 3 && number.chars().allMatch(Character::isDigit);
  }

  /** What the one item of that number begins with. */
  private Optional<Mention> item(int number) {
    List<Integer> places = places(number);
    return places.size() == 1 ? firstBehind(places.get(0)) : Optional.empty();
  }

  /** Where items of that number begin. */
  private List<Integer> places(int number) {
    return IntStream.range(0, text.tokens().size())
        .filter(i -> i != number && isItem(i, text.tokens().get(number).text()))
        .boxed()
        .toList();
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

  /** "1.", "1)", or "#1", "problem 1" at the beginning of a line. */
  private boolean isItem(int at, String number) {
    boolean named = at > 0 && text.plays(Role.ITEM_NUMBER, at - 1);
    boolean closed = !named && (is(at + 1, PERIODS) || is(at + 1, Set.of(")")));
    boolean marked = named && (at == 1 || is(at - 2, Set.of(Tokens.NEWLINE, Tokens.SENTENCE_END)));
    return text.isText(at, number) && (closed || marked);
  }

  private boolean is(int at, Set<String> texts) {
    return at >= 0 && at < text.tokens().size() && texts.contains(text.tokens().get(at).text());
  }
}
