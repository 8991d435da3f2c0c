package org.clientele.nodes;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.clientele.SourceUnavailableException;
import org.clientele.SourceUnavailableException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node with two writable sources, {@code CustomerUser} and {@code CustomerUser1}, on an embedded database of its own. */
abstract class NodeTest {
    static final String SECOND = "CustomerUser1";

    final Seam seam = new Seam();
    final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Node node;

    @BeforeEach
    void open() throws Exception {
        node = open(Map.of(), Map.of());
    }

    @AfterEach
    void close() throws Exception {
        seam.clear();
        node.close();
        WholeDatabase.shutDown(url);
    }

    /** The node again, with further keys of its two sources. */
    void reopen(Map<String, String> first, Map<String, String> second) throws Exception {
        node.close();
        node = open(first, second);
    }

    private Node open(Map<String, String> first, Map<String, String> second) throws Exception {
        // the second table comes with the first one's columns; the store makes that one
        try (Node alone = Node.open(url, seam)) {
            alone.execute("create table if not exists other_user as select * from customer_user with no data");
        }
        // what a test does in the middle of a call has to end within its time
        Map<String, String> patient = Map.of("answerTimeLimit", "20");
        return Node.open(
                url,
                seam,
                Map.of(
                        "CustomerUser",
                        merged(patient, first),
                        SECOND,
                        merged(merged(patient, second), Map.of("table", "other_user"))));
    }

    /** The keys of both; where they are the same, those of the other. */
    static <V> Map<String, V> merged(Map<String, V> one, Map<String, V> other) {
        Map<String, V> all = new HashMap<>(one);
        all.putAll(other);
        return all;
    }

    static SourceUnavailableException away() {
        return new SourceUnavailableException(Reason.CONNECTION, "Told to be away");
    }
}
