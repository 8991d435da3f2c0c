package org.clientele.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.clientele.internal.PeopleSource.CITY;
import static org.clientele.internal.PeopleSource.FLOOR;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.clientele.Condition;
import org.clientele.Condition.Compare;
import org.clientele.Condition.Comparison;
import org.clientele.Condition.Empty;
import org.clientele.Condition.Like;
import org.clientele.Condition.OneOf;
import org.clientele.InvalidInputException;
import org.clientele.ListRequest;
import org.clientele.Outcome;
import org.clientele.Search;
import org.clientele.field.Fields;
import org.clientele.internal.search.SearchParser;
import org.clientele.spi.Criterion;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class QuestionTest {
    private final SlotsOfTest slots = new SlotsOfTest();

    @AfterEach
    void close() {
        slots.close();
    }

    private Question ask(Search search) throws InvalidInputException {
        return Question.of(ListRequest.ALL.withSearch(search), SlotKind.CUSTOMER_USER, slots.slots());
    }

    private Question ask(Condition... conditions) throws InvalidInputException {
        return ask(Search.Detailed.of(conditions));
    }

    private void assertRefused(Search search, String field, String message) {
        assertThatThrownBy(() -> ask(search)).isInstanceOfSatisfying(InvalidInputException.class, e -> {
            assertThat(e.messages()).containsOnlyKeys(field);
            assertThat(e.messages().get(field)).contains(message);
        });
    }

    private void assertRefused(Condition condition, String message) {
        assertRefused(Search.Detailed.of(condition), condition.variable(), message);
    }

    private void twoSources() {
        slots.with(Optional.of(new PeopleSource(0, Map.of("selections.UserCity", "Berlin,Rome"))))
                .with(Optional.of(new PeopleSource(
                        1,
                        Map.of(
                                "map.3",
                                "UserRoom | Room | room | 1 | 0 | var | | 0 | |",
                                "selections.UserRoom",
                                "a"))));
    }

    @Test
    void exactSearchesTakeCharactersAsTheySay() throws InvalidInputException {
        twoSources();
        assertThat(ask(new Search.Id("a*")).criterion()).isEqualTo(new Criterion.Ids(Set.of("a*")));
        assertThat(ask(new Search.CustomerId("a*")).criterion())
                .isEqualTo(new Criterion.CustomerId(new TextPattern(List.of("a", ""))));
        assertThat(ask(new Search.CustomerIdRaw("a*")).criterion())
                .isEqualTo(new Criterion.CustomerId(TextPattern.exactly("a*")));
        assertThat(ask(new Search.Email("a*@b")).criterion()).isEqualTo(new Criterion.Email("a*@b"));
        assertThat(ask(new Search.Text(" ")).criterion()).isEqualTo(Criterion.ALL);
    }

    @Test
    void aTextIsSearchedForAmongThePeopleOfOneCustomer() throws InvalidInputException {
        twoSources();
        Criterion.CustomerId acme = new Criterion.CustomerId(TextPattern.exactly("ac*e"));
        assertThat(ask(new Search.TextOfCustomer(" ", "ac*e")).criterion()).isEqualTo(acme);
        assertThat(ask(new Search.TextOfCustomer("anna", "ac*e")).criterion())
                .isEqualTo(new Criterion.TextOfCustomer(
                        new Criterion.Text(SearchParser.parse("anna").orElseThrow()), acme));
        assertRefused(new Search.TextOfCustomer("anna", ""), "customerId", "nothing to search for");
        assertRefused(new Search.TextOfCustomer("x".repeat(1001), "a"), "search", "1001 characters");
    }

    @Test
    void customersAreTheirOwnCustomers() throws InvalidInputException {
        ListRequest all = ListRequest.ALL;
        assertThat(Question.of(all.withSearch(new Search.CustomerIdRaw("a*")), SlotKind.CUSTOMER, List.of())
                        .criterion())
                .isEqualTo(new Criterion.Ids(Set.of("a*")));
        assertThat(Question.of(all.withSearch(new Search.CustomerId("a*")), SlotKind.CUSTOMER, List.of())
                        .criterion())
                .isEqualTo(new Criterion.Detailed(
                        List.of(new Like(Fields.CUSTOMER_ID, Set.of("a*"))), Set.of(), Set.of()));
        assertThatThrownBy(() -> Question.of(all.withSearch(new Search.Email("a@b")), SlotKind.CUSTOMER, List.of()))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void nothingToSearchForAndTooMuchAreRefused() {
        twoSources();
        assertRefused(new Search.Id(""), "id", "nothing to search for");
        assertRefused(new Search.CustomerId(""), "customerId", "nothing");
        assertRefused(new Search.CustomerIdRaw("x".repeat(1001)), "customerId", "too long");
        assertRefused(new Search.Email("x".repeat(1001)), "email", "too long");
        assertRefused(new Search.Text("x".repeat(1001)), "search", "1001 characters");
        Set<String> many =
                IntStream.range(0, 10_001).mapToObj(Integer::toString).collect(Collectors.toSet());
        assertRefused(new Search.Detailed(List.of(), many, Set.of()), "search", "10001 values");
        assertRefused(new Search.Detailed(List.of(), Set.of(), Set.of("x".repeat(1001))), "search", "too long");
        Condition[] conditions =
                IntStream.range(0, 65).mapToObj(i -> new Empty(FLOOR, false)).toArray(Condition[]::new);
        assertRefused(Search.Detailed.of(conditions), "search", "64 conditions");
    }

    @Test
    void aFieldThatNobodyHasIsRefusedByItsName() {
        twoSources();
        assertRefused(OneOf.equal("UserMoon", "x"), "No source has a field UserMoon");
        assertRefused(new Empty("userfloor", true), "No source has a field userfloor");
    }

    @Test
    void whileASourceIsAwayItsFieldsAreNotKnown() throws InvalidInputException {
        twoSources();
        slots.with(Optional.empty());
        Question question = ask(OneOf.equal("UserMoon", "x"));
        assertThat(question.asked()).extracting(Slot::name).containsExactly("CustomerUser2");
    }

    @Test
    void passwordsAreNeverSearched() {
        twoSources();
        for (String variable : List.of(Fields.PASSWORD, "userPASSWORD", "UserPw", "OtherPassword2", "pw1")) {
            assertRefused(OneOf.equal(variable, "x"), "passwords cannot be searched");
            assertRefused(new Empty(variable, true), "passwords cannot be searched");
        }
    }

    @Test
    void eachKindOfFieldHasItsConditions() throws InvalidInputException {
        twoSources();
        assertRefused(new Compare(CITY, Comparison.LESS, 1), "City is text");
        assertRefused(new Like(FLOOR, Set.of("1*")), "Floor is a number");
        assertRefused(new OneOf(FLOOR, Set.of("1", "x")), "whole number");
        assertRefused(OneOf.equal(FLOOR, "1.5"), "whole number");
        assertRefused(new OneOf(CITY, Set.of()), "compared with nothing");
        assertRefused(new OneOf(CITY, Set.of("Rome", "")), "compared with nothing");
        assertRefused(new Like(CITY, Set.of()), "compared with nothing");
        Set<String> patterns = IntStream.range(0, 65).mapToObj(i -> "a*" + i).collect(Collectors.toSet());
        assertRefused(new Like(CITY, patterns), "at most 64");
        assertRefused(new OneOf(CITY, Set.of("Rome", "Paris")), "City is one of Berlin, Rome");
        assertThat(ask(OneOf.equal(CITY, "Rome"), new Compare(FLOOR, Comparison.LESS, 1))
                        .asked())
                .hasSize(1);
    }

    @Test
    void numbersAreAskedForInTheirUsualForm() throws InvalidInputException {
        twoSources();
        Criterion criterion = ask(new OneOf(FLOOR, Set.of("007", "+7", "-0"))).criterion();
        assertThat(criterion)
                .isEqualTo(new Criterion.Detailed(List.of(new OneOf(FLOOR, Set.of("7", "0"))), Set.of(), Set.of()));
    }

    @Test
    void aSourceWithoutTheFieldTakesNoPartAndSaysSo() throws InvalidInputException {
        twoSources();
        Question question = ask(OneOf.equal(CITY, "Rome"));
        assertThat(question.asked()).extracting(Slot::name).containsExactly("CustomerUser");
        assertThat(question.complete(List.of(), slots.slots())).singleElement().satisfies(report -> {
            assertThat(report.source()).isEqualTo("CustomerUser1");
            assertThat(report.outcome()).isEqualTo(Outcome.ANSWERED);
            assertThat(report.message()).isEqualTo("Takes no part: it has no field UserCity");
        });
    }

    @Test
    void aSourceWithAnotherKindOfFieldTakesNoPart() throws InvalidInputException {
        twoSources();
        slots.with(
                Optional.of(new PeopleSource(2, Map.of("map.4", "UserFloor | Floor | floor | 1 | 0 | var | | 0 | |"))));
        Question question = ask(new Compare(FLOOR, Comparison.LESS, 1));
        assertThat(question.asked()).hasSize(2);
        assertThat(question.abstaining()).containsEntry("CustomerUser2", "its field UserFloor is text");
    }

    @Test
    void theFirstDefinitionOfAFieldStandsWithTheSelectionsOfAll() {
        slots.with(Optional.of(new PeopleSource(0, Map.of("selections.UserCity", "b:Berlin,r:Rome"))))
                .with(Optional.empty())
                .with(Optional.of(new PeopleSource(
                        2,
                        Map.of(
                                "map.3",
                                "UserCity | Town | town | 1 | 0 | var | | 0 | |",
                                "map.9",
                                "UserRoom | Room | room | 1 | 0 | var | | 0 | |",
                                "selections.UserCity",
                                "r:Roma,p:Paris"))));
        MergedFields fields = new MergedFields(slots.slots());
        assertThat(fields.all())
                .extracting(field -> field.variable() + " " + field.label())
                .containsExactly(
                        "UserLogin Username",
                        "UserCustomerID CustomerID",
                        "UserCity City",
                        "UserFloor Floor",
                        "UserRoom Room");
        assertThat(fields.named(CITY).orElseThrow().selections())
                .containsExactly(Map.entry("b", "Berlin"), Map.entry("r", "Rome"), Map.entry("p", "Paris"));
    }
}
