package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.clientele.ListRequest;
import org.clientele.NotFoundException;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.internal.LookUp.Hit;
import org.clientele.spi.Criterion;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Who is answered for a login that two sources may have. Each line: state of the earlier source; whether it has ever
 * answered; the remembered owner; the store (up, down since the start, or lost after it was read); and the answer if the
 * later source has the login | has it not | is away | is away and has never answered. A source is away while it is down,
 * waits for its bundle or is misconfigured.
 */
class OwnershipMatrixTest {
    private static final String MATRIX = """
            has     any   any     any     earlier     | earlier     | earlier     | earlier
            hasNot  any   any     up,lost later       | notFound    | unavailable | notFound
            hasNot  any   any     down    later       | notFound    | unavailable | unavailable
            away    never any     up,lost later       | notFound    | unavailable | notFound
            away    ever  none    up      unconfirmed | unavailable | unavailable | unavailable
            away    ever  earlier up      unavailable | unavailable | unavailable | unavailable
            away    ever  later   up      later       | unavailable | unavailable | unavailable
            away    any   any     down    unconfirmed | unavailable | unavailable | unavailable
            away    ever  any     lost    unconfirmed | unavailable | unavailable | unavailable
            """;
    private static final List<String> LATER = List.of("has", "hasNot", "away", "awayNever");
    private static final List<String> AWAY = List.of("down", "waiting", "misconfigured");
    private static final String NEVER = "Never";

    private record Case(String earlier, String answered, String owner, String store, String later, String expected) {}

    @TestFactory
    Stream<DynamicTest> lookUps() {
        return cases().map(c -> DynamicTest.dynamicTest(c.toString(), () -> lookUp(c)));
    }

    @TestFactory
    Stream<DynamicTest> lists() {
        return cases().map(c -> DynamicTest.dynamicTest(c.toString(), () -> list(c)));
    }

    /** What every change asks for first: it is made where the owner is certain, and refused as long as that is not known. */
    @TestFactory
    Stream<DynamicTest> mayBeWritten() {
        return cases().map(c -> DynamicTest.dynamicTest(c.toString(), () -> mayBeWritten(c)));
    }

    private static void lookUp(Case c) {
        try (SlotsOfTest slots = slots(c)) {
            LookUp.Result result = new LookUp(slots.slots(), slots.memory()).ask("john");
            String without = result.unknown() ? "unavailable" : "notFound";
            assertThat(result.hit().map(OwnershipMatrixTest::word).orElse(without))
                    .isEqualTo(c.expected());
        }
    }

    private static void list(Case c) {
        try (SlotsOfTest slots = slots(c)) {
            Listing.Result result = new Listing(
                            slots.slots(),
                            slots.memory(),
                            slots.question(Criterion.ALL, ListRequest.ALL),
                            ListRequest.ALL,
                            Optional.empty())
                    .page();
            List<String> nobody = List.of("unavailable", "notFound");
            List<String> expected = nobody.contains(c.expected()) ? List.of() : List.of(c.expected());
            assertThat(result.rows()).extracting(OwnershipMatrixTest::word).isEqualTo(expected);
            boolean away = !c.earlier().startsWith("has") || !c.later().startsWith("has");
            assertThat(result.incomplete()).isEqualTo(away);
            assertThat(result.reports()).hasSize(2);
        }
    }

    private static void mayBeWritten(Case c) throws Exception {
        try (SlotsOfTest slots = slots(c)) {
            LookUp.Result result = new LookUp(slots.slots(), slots.memory()).ask("john");
            switch (c.expected()) {
                case "earlier", "later" ->
                    assertThat(word(result.certain(SlotKind.CUSTOMER_USER, "john")))
                            .isEqualTo(c.expected());
                case "notFound" ->
                    assertThatThrownBy(() -> result.certain(SlotKind.CUSTOMER_USER, "john"))
                            .isInstanceOf(NotFoundException.class);
                default ->
                    assertThatThrownBy(() -> result.certain(SlotKind.CUSTOMER_USER, "john"))
                            .isInstanceOf(SourceUnavailableException.class)
                            .hasMessageContaining("not certain which source owns \"john\"");
            }
        }
    }

    private static String word(Hit hit) {
        String place = hit.slot().name().equals("CustomerUser") ? "earlier" : "later";
        return switch (hit.ownership()) {
            case CONFIRMED -> place;
            case UNCONFIRMED -> "unconfirmed";
        };
    }

    private static SlotsOfTest slots(Case c) {
        MemoryStore store = new MemoryStore();
        if (c.answered().equals("ever")) {
            store.answered("s0");
        }
        if (!c.later().endsWith(NEVER)) {
            store.answered("s1");
        }
        if (!c.owner().equals("none")) {
            store.remember("john", c.owner().equals("earlier") ? "s0" : "s1");
        }
        SlotsOfTest slots = new SlotsOfTest();
        slots.with(source("CustomerUser", c.earlier()))
                .with(source("CustomerUser1", c.later().replace(NEVER, "")));
        if (c.store().equals("down")) {
            slots.bindDown(store);
        } else {
            slots.bind(store);
            store.setDown(c.store().equals("lost"));
        }
        return slots;
    }

    private static Optional<MemorySource> source(String slot, String state) {
        List<String> logins = state.equals("hasNot") ? List.of() : List.of("john");
        MemorySource source = new MemorySource(
                slot,
                10,
                logins.stream()
                        .map(login -> MemorySource.record(login, Validity.VALID))
                        .toList());
        return switch (state) {
            case "waiting" -> Optional.empty();
            case "down" -> Optional.of(source.failing(Reason.CONNECTION));
            case "misconfigured" -> Optional.of(source.failing(Reason.MISCONFIGURED));
            default -> Optional.of(source);
        };
    }

    private static Stream<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (String line : MATRIX.lines().toList()) {
            String[] cells = line.split("[ |]+");
            for (String state : states(cells[0])) {
                for (String answered : all(cells[1], "ever", "never")) {
                    for (String owner : all(cells[2], "none", "earlier", "later")) {
                        for (String store : all(cells[3], "up", "down", "lost")) {
                            for (int i = 0; i < LATER.size(); i++) {
                                for (String later : states(LATER.get(i))) {
                                    cases.add(new Case(state, answered, owner, store, later, cells[4 + i]));
                                }
                            }
                        }
                    }
                }
            }
        }
        assertThat(cases).as("every combination").hasSize(5 * 2 * 3 * 3 * 8).doesNotHaveDuplicates();
        return cases.stream();
    }

    private static List<String> states(String word) {
        return switch (word) {
            case "away" -> AWAY;
            case "awayNever" -> AWAY.stream().map(state -> state + NEVER).toList();
            default -> List.of(word);
        };
    }

    private static List<String> all(String cell, String... values) {
        return cell.equals("any") ? List.of(values) : Arrays.asList(cell.split(","));
    }
}
