package org.clientele.nodes;

import java.io.IOException;
import java.util.Map;
import org.clientele.testkit.server.PostgresServer;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A PostgreSQL server with a table of customers and two of customer users, one for each of the sources that every node has. */
final class PostgresNodes implements BeforeAllCallback, AfterAllCallback {
    /** Two seconds: a process that has just started loads its classes in the first call; a lease lasts five times as long. */
    private static final String TIME = "2";

    static final Map<String, Map<String, String>> SOURCES = Map.of(
            "CustomerUser",
            Map.of("answerTimeLimit", TIME),
            NodeTest.SECOND,
            Map.of("table", "other_user", "answerTimeLimit", TIME),
            "CustomerCompany",
            Map.of("answerTimeLimit", TIME));

    private PostgresServer server;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        server = PostgresServer.started();
        try (Node node = Node.open(url(), new Seam())) {
            node.execute("create table other_user (like customer_user including all)");
        }
    }

    @Override
    public void afterAll(ExtensionContext context) throws IOException {
        server.close();
    }

    String url() {
        return server.url();
    }

    /** A node in this process. */
    Node open(Seam seam) throws Exception {
        return Node.open(url(), seam, SOURCES);
    }

    /** A node in this process that leaves what killed ones left to whoever needs it. */
    Node openUnswept() throws Exception {
        return open(new Seam().before("unfinished", () -> {
            throw new IllegalStateException("This node does not sweep");
        }));
    }
}
