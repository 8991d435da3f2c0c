package org.clientele.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.clientele.SourceUnavailableException;
import org.clientele.field.FieldType;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerUserSource;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;

/** A source filled with people, and what it should answer. */
final class Probe implements AutoCloseable {
    static final int MANY = 1000;
    static final SourceQuery EVERYBODY = new SourceQuery(Criterion.ALL, Optional.empty(), MANY, true);
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Fixture fixture;
    private final Model model;

    private Probe(Fixture fixture, Model model) {
        this.fixture = fixture;
        this.model = model;
    }

    static Probe open(SourceUnderTest test, List<TestPerson> people) throws Exception {
        Fixture fixture = test.fixture(people);
        return new Probe(fixture, new Model(fixture.source().description(), people, test.deviations()));
    }

    /** Whether case matters to the source, which only a source can tell. */
    static boolean isCaseSensitive(SourceUnderTest test) throws Exception {
        try (Fixture fixture = test.fixture(List.of())) {
            return fixture.source().description().search().caseSensitive();
        }
    }

    /** Whether the map has a whole number. */
    boolean hasNumbers() {
        return source().description()
                .field(TestPerson.NUMBER)
                .filter(field -> field.type() == FieldType.INT)
                .isPresent();
    }

    Fixture fixture() {
        return fixture;
    }

    Model model() {
        return model;
    }

    CustomerUserSource source() {
        return fixture.source();
    }

    static Deadline deadline() {
        return Deadline.in(LIMIT);
    }

    Optional<SourceRecord> find(String id) throws SourceUnavailableException {
        return source().find(id, deadline());
    }

    /** The record of somebody who is there. */
    SourceRecord found(String login) throws SourceUnavailableException {
        return find(login)
                .orElseThrow(() -> new AssertionError(
                        "find(\"" + login + "\") found nobody, although the storage has exactly this login"));
    }

    SourcePage page(SourceQuery query) throws SourceUnavailableException {
        SourcePage page = source().search(query, deadline());
        String asked = Wording.of(query.criterion());
        assertThat(page.records())
                .withFailMessage(
                        "%s: a page of at most %d records has %d",
                        asked, query.limit(), page.records().size())
                .hasSizeLessThanOrEqualTo(query.limit());
        assertThat(page.truncated())
                .withFailMessage(
                        "%s: the page says that it is truncated, and nothing keeps the storage from answering", asked)
                .isFalse();
        return page;
    }

    /** All records, page by page, each page starting behind the last record of the page before. */
    List<SourceRecord> walk(Criterion criterion, boolean includeInvalid, int limit) throws SourceUnavailableException {
        List<SourceRecord> all = new ArrayList<>();
        SourceQuery query = new SourceQuery(criterion, Optional.empty(), limit, includeInvalid);
        SourcePage page = page(query);
        all.addAll(page.records());
        while (page.more()) {
            assertThat(page.records())
                    .withFailMessage("%s: an empty page says that there is more behind it", Wording.of(criterion))
                    .isNotEmpty();
            SourceRecord last = page.records().get(page.records().size() - 1);
            page = page(new SourceQuery(criterion, Optional.of(last.position()), limit, includeInvalid));
            assertThat(page.records())
                    .withFailMessage(
                            "%s: the page behind '%s' has a record that is not behind it",
                            Wording.of(criterion), last.id())
                    .allMatch(record -> record.position().compareTo(last.position()) > 0);
            assertThat(page.records())
                    .withFailMessage(
                            "%s: a page said that there is more behind '%s', the next page has nothing",
                            Wording.of(criterion), last.id())
                    .isNotEmpty();
            all.addAll(page.records());
        }
        return all;
    }

    List<String> ids(Criterion criterion) throws SourceUnavailableException {
        return walk(criterion, true, MANY).stream().map(SourceRecord::id).toList();
    }

    /** Asserts that the source answers as it should, in order. */
    void agrees(Criterion criterion) throws SourceUnavailableException {
        agrees(criterion, true, MANY);
    }

    void agrees(Criterion criterion, boolean includeInvalid, int limit) throws SourceUnavailableException {
        List<String> expected = model.list(new SourceQuery(criterion, Optional.empty(), limit, includeInvalid)).stream()
                .map(TestPerson::login)
                .toList();
        List<SourceRecord> records = walk(criterion, includeInvalid, limit);
        List<String> listed = records.stream().map(SourceRecord::id).toList();
        assertThat(listed)
                .withFailMessage(
                        "%s, %s, in pages of %d: %s",
                        Wording.of(criterion),
                        includeInvalid ? "invalid ones too" : "only valid ones",
                        limit,
                        new Disagreement(expected, listed))
                .isEqualTo(expected);
        assertThat(records)
                .withFailMessage("%s: the keys of the records are not in their order", Wording.of(criterion))
                .extracting(SourceRecord::position)
                .isSorted();
    }

    @Override
    public void close() throws Exception {
        fixture.close();
    }
}
