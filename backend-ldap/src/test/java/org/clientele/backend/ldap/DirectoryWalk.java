package org.clientele.backend.ldap;

import java.time.Duration;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.clientele.spi.Criterion;
import org.clientele.spi.Deadline;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceQuery.Position;
import org.clientele.spi.SourceRecord;

/** A program that walks by cursor through a directory, in a heap of its own: the arguments are its URL and base. */
final class DirectoryWalk {
    private static final int PAGE = 1_000;

    private final LdapSource source;
    private final Set<String> seen = new HashSet<>();
    private Optional<Position> last = Optional.empty();
    private int pages;

    private DirectoryWalk(LdapSource source) {
        this.source = source;
    }

    public static void main(String[] arguments) throws Exception {
        LdapLibrary.start();
        Map<String, String> properties = Map.of(
                "service.pid",
                LdapSourceComponent.PID + "~CustomerUser1",
                "host",
                arguments[0],
                "baseDn",
                arguments[1],
                "scope",
                "sub");
        try (LdapSource source = new LdapSource(properties)) {
            DirectoryWalk walk = new DirectoryWalk(source);
            walk.toTheEnd();
            System.out.println(walk.seen.size() + " entries in order on " + walk.pages + " pages");
        }
    }

    private void toTheEnd() throws Exception {
        SourcePage page;
        do {
            SourceQuery query = new SourceQuery(new Criterion.All(), last, PAGE, false);
            page = source.search(query, Deadline.in(Duration.ofMinutes(1)));
            require(!page.truncated(), "the answer is complete");
            page.records().forEach(this::pass);
            pages++;
        } while (page.more());
    }

    private void pass(SourceRecord record) {
        Position place = record.position();
        require(last.isEmpty() || last.get().compareTo(place) < 0, record.id() + " comes in order");
        require(seen.add(record.id()), record.id() + " comes once");
        require(record.fields().get("UserLastname") != null, record.id() + " comes whole");
        last = Optional.of(place);
    }

    private static void require(boolean condition, String what) {
        if (!condition) {
            throw new IllegalStateException("It is not so that " + what);
        }
    }
}
