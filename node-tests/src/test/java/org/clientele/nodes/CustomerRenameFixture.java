package org.clientele.nodes;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.clientele.Validity;
import org.clientele.access.Group;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A node with the customer {@code acme}, to whom Anna belongs and who was assigned to the boss, on an embedded database. */
abstract class CustomerRenameFixture {
    static final Duration LEASE = Duration.ofSeconds(30);
    static final String COMPANIES = "CustomerCompany";
    static final String USERS = "CustomerUser";
    static final String PENDING = "select customer_id from customer_ref where pending_key is not null";

    final Seam seam = new Seam();
    final String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    Node node;
    Group group;

    @BeforeEach
    void open() throws Exception {
        CompanyNodes.prepare(url);
        node = CompanyNodes.open(url, seam);
        CompanyNodes.customer(node, COMPANIES, "acme");
        CompanyNodes.customer(node, COMPANIES, "else");
        CompanyNodes.user(node, USERS, "anna", "acme", Validity.VALID);
        CompanyNodes.user(node, USERS, "boss", "else", Validity.VALID);
        group = CompanyNodes.hang(node, "acme", "boss");
    }

    @AfterEach
    void close() throws Exception {
        seam.clear();
        node.close();
        WholeDatabase.shutDown(url);
    }

    /** Another node in place of this one. */
    void next(Map<String, String> keys) throws Exception {
        node.close();
        seam.clear();
        node = CompanyNodes.open(url, seam, keys);
    }
}
