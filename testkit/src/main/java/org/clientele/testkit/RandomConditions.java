package org.clientele.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.clientele.Condition;
import org.clientele.Ordering;
import org.clientele.field.Fields;
import org.clientele.spi.Criterion;

/** Detailed searches and orders over what {@link People} are called. */
final class RandomConditions {
    private final Random random;
    private final List<TestPerson> people;
    private final List<String> variables;

    RandomConditions(Random random, List<TestPerson> people, boolean numbers) {
        this.random = random;
        this.people = people;
        Stream<String> texts =
                Stream.of(Fields.LOGIN, Fields.EMAIL, Fields.CUSTOMER, TestPerson.FIRST_NAME, TestPerson.LAST_NAME);
        this.variables = Stream.concat(texts, Stream.of(TestPerson.NUMBER).filter(number -> numbers))
                .toList();
    }

    Criterion next() {
        List<Condition> conditions =
                Stream.generate(this::condition).limit(random.nextInt(3)).toList();
        Set<String> customers = random.nextInt(3) == 0 ? values(Fields.CUSTOMER) : Set.of();
        Set<String> excluded = random.nextInt(3) == 0 ? values(Fields.LOGIN) : Set.of();
        return new Criterion.Detailed(conditions, customers, excluded);
    }

    /** One to three fields in some direction. */
    List<Ordering> order() {
        List<String> shuffled = new ArrayList<>(variables);
        Collections.shuffle(shuffled, random);
        return shuffled.stream()
                .limit(1 + random.nextInt(3))
                .map(variable -> new Ordering(variable, random.nextBoolean()))
                .toList();
    }

    private Condition condition() {
        String variable = variables.get(random.nextInt(variables.size()));
        boolean number = variable.equals(TestPerson.NUMBER);
        return switch (random.nextInt(4)) {
            case 0 -> new Condition.Empty(variable, random.nextBoolean());
            case 1 -> new Condition.OneOf(variable, values(variable));
            default -> number ? compare() : new Condition.Like(variable, patterns(variable));
        };
    }

    private Condition compare() {
        Condition.Comparison[] all = Condition.Comparison.values();
        return new Condition.Compare(TestPerson.NUMBER, all[random.nextInt(all.length)], random.nextInt(40) - 10);
    }

    private Set<String> values(String variable) {
        return Stream.generate(() -> value(variable))
                .limit(1 + random.nextInt(4))
                .collect(Collectors.toSet());
    }

    private Set<String> patterns(String variable) {
        return values(variable).stream().map(this::pattern).collect(Collectors.toSet());
    }

    private String pattern(String value) {
        int[] codePoints = value.codePoints().toArray();
        int cut = random.nextInt(codePoints.length);
        String start = new String(codePoints, 0, cut);
        String rest = new String(codePoints, cut, codePoints.length - cut);
        return switch (random.nextInt(4)) {
            case 0 -> start + "*";
            case 1 -> "*" + rest;
            case 2 -> start + "*" + rest;
            default -> value;
        };
    }

    /** What somebody has there, in another case now and then. */
    private String value(String variable) {
        String value = "";
        while (value.isEmpty()) {
            TestPerson person = people.get(random.nextInt(people.size()));
            value = person.fields().getOrDefault(variable, "");
        }
        return random.nextInt(4) == 0 ? value.replace('e', 'E').replace('a', 'A') : value;
    }
}
