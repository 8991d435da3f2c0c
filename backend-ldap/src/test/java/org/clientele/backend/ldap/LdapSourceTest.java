package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SearchExpression;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/**
 * Sources, closed after each test, over a directory that runs for all tests of the class; and short words for questions to
 * them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class LdapSourceTest<D extends TestDirectory> {
    private final List<LdapSource> opened = new ArrayList<>();
    private D directory;

    /** Starts the directory. */
    abstract D start() throws Exception;

    final D directory() {
        return directory;
    }

    @BeforeAll
    final void startDirectory() throws Exception {
        LdapLibrary.start();
        directory = start();
    }

    @AfterAll
    final void stopDirectory() throws Exception {
        directory.close();
    }

    @AfterEach
    void closeSources() {
        opened.forEach(LdapSource::close);
        opened.clear();
    }

    LdapSource source(Map<String, String> more) {
        Map<String, String> properties = new HashMap<>(Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                "127.0.0.1",
                "port",
                Integer.toString(directory.port()),
                "baseDn",
                TestDirectory.BASE,
                "scope",
                "sub"));
        properties.putAll(directory().access());
        properties.putAll(more);
        LdapSource source = new LdapSource(properties);
        opened.add(source);
        return source;
    }

    static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    static SourceQuery all(int limit) {
        return new SourceQuery(Criterion.ALL, Optional.empty(), limit, false);
    }

    static SourceQuery query(Criterion criterion) {
        return new SourceQuery(criterion, Optional.empty(), 1000, false);
    }

    static SourceQuery words(String... words) {
        List<SearchExpression> parts =
                Arrays.stream(words).map(LdapSourceTest::word).toList();
        return query(new Criterion.Text(parts.size() == 1 ? parts.get(0) : new SearchExpression.And(parts)));
    }

    static SearchExpression word(String text) {
        return new SearchExpression.Word(TextPattern.of(text));
    }

    static List<String> ids(SourcePage page) {
        return page.records().stream().map(SourceRecord::id).toList();
    }

    static Reason reasonOf(ThrowingCallable call) {
        Throwable thrown = catchThrowable(call);
        assertThat(thrown).isInstanceOf(SourceUnavailableException.class);
        return ((SourceUnavailableException) thrown).reason();
    }
}
