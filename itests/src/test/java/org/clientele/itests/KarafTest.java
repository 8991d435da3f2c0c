package org.clientele.itests;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.Hashtable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.inject.Inject;
import org.awaitility.core.ConditionFactory;
import org.clientele.Actor;
import org.clientele.Addition;
import org.clientele.Answer;
import org.clientele.CustomerUser;
import org.clientele.CustomerUsers;
import org.clientele.DirectoryException;
import org.clientele.ListRequest;
import org.clientele.Page;
import org.clientele.Password;
import org.clientele.SourceState;
import org.clientele.SourceStatus;
import org.clientele.customer.Customers;
import org.clientele.field.Field;
import org.clientele.field.FieldType;
import org.clientele.field.Shown;
import org.junit.After;
import org.junit.runner.RunWith;
import org.ops4j.pax.exam.Configuration;
import org.ops4j.pax.exam.Option;
import org.ops4j.pax.exam.junit.PaxExam;
import org.ops4j.pax.exam.spi.reactors.ExamReactorStrategy;
import org.ops4j.pax.exam.spi.reactors.PerSuite;
import org.osgi.framework.BundleContext;
import org.osgi.service.cm.ConfigurationAdmin;

/** A test inside the container. What it configures with {@link #configure} is gone after each of its methods. */
@RunWith(PaxExam.class)
@ExamReactorStrategy(PerSuite.class)
public abstract class KarafTest {
    static final String DATABASE = "org.clientele.backend.db";
    static final String LDAP = "org.clientele.backend.ldap";
    static final Actor ACTOR = Actor.program("its");

    @Inject
    BundleContext context;

    @Inject
    ConfigurationAdmin admin;

    @Inject
    CustomerUsers customerUsers;

    @Inject
    Customers customers;

    private final Map<String, org.osgi.service.cm.Configuration> configured = new LinkedHashMap<>();

    @Configuration
    public Option[] configuration() {
        return Container.options();
    }

    @After
    public void takeConfigurationsAway() throws IOException {
        for (String slot : configured.keySet()) {
            configured.get(slot).delete();
            within(10).until(() -> status(slot).isEmpty());
        }
        configured.clear();
    }

    /** Waits for something that must come true, with a limit. */
    static ConditionFactory within(double seconds) {
        return await().atMost(Duration.ofMillis((long) (seconds * 1000)))
                .pollDelay(Duration.ZERO)
                .pollInterval(Duration.ofMillis(50));
    }

    /** Configures a source through ConfigAdmin. */
    final org.osgi.service.cm.Configuration configure(String pid, String slot, Map<String, String> properties)
            throws IOException {
        org.osgi.service.cm.Configuration configuration = admin.getFactoryConfiguration(pid, slot, "?");
        configured.put(slot, configuration);
        configuration.update(new Hashtable<>(properties));
        return configuration;
    }

    final Optional<SourceStatus> status(String slot) {
        return customerUsers.sources().stream()
                .filter(status -> status.slot().equals(slot))
                .findFirst();
    }

    /** Waits until a source is in a state; it is asked meanwhile, because a breaker closes by a call that succeeds. */
    final void awaitState(String slot, SourceState state) {
        within(20)
                .until(
                        () -> {
                            find("its-nobody");
                            return status(slot).map(SourceStatus::state);
                        },
                        found -> found.equals(Optional.of(state)));
    }

    final Answer<CustomerUser> find(String login) {
        return customerUsers.find(login);
    }

    final Page<CustomerUser> list(String search) throws DirectoryException {
        return customerUsers.list(ListRequest.ALL.withSearch(search));
    }

    final List<String> logins(String search) throws DirectoryException {
        return list(search).rows().stream().map(CustomerUser::login).toList();
    }

    /** The customer that the customer users of the tests belong to. */
    final void haveCustomer(String customerId) throws DirectoryException {
        within(20)
                .until(() ->
                        customers.sources().stream().anyMatch(s -> s.state() == SourceState.READY && s.writable()));
        within(20).until(() -> customers.list(ListRequest.ALL).notices().isEmpty());
        if (customers.find(customerId) instanceof Answer.NotFound) {
            customers.add(new Addition(
                    "CustomerCompany",
                    Map.of("CustomerID", customerId, "CustomerCompanyName", "Its " + customerId),
                    Optional.empty(),
                    ACTOR));
        }
    }

    final CustomerUser add(String slot, String login, Optional<Password> password) throws DirectoryException {
        return customerUsers.add(new Addition(slot, person(login), password, ACTOR));
    }

    static Map<String, String> person(String login) {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("UserFirstname", "Ann");
        fields.put("UserLastname", "O'Brien");
        fields.put("UserLogin", login);
        fields.put("UserEmail", login + "@example.com");
        fields.put("UserCustomerID", "its");
        return fields;
    }

    /** A field of customer users that everybody sees, of fifty characters. */
    static Field field(String variable, String column) {
        return new Field(
                variable,
                variable,
                column,
                Shown.RECORD,
                false,
                FieldType.VAR,
                "",
                false,
                "",
                "",
                OptionalInt.of(50),
                Map.of());
    }
}
