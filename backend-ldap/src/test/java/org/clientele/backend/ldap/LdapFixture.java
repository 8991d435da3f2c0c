package org.clientele.backend.ldap;

import com.unboundid.ldap.sdk.Entry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.clientele.Validity;
import org.clientele.spi.CustomerUserSource;
import org.clientele.testkit.Fixture;
import org.clientele.testkit.TestPerson;

/** People of the shared contract in a directory, with a relay before it. */
final class LdapFixture implements Fixture {
    private final TestDirectory directory;
    private final Relay relay;
    private final LdapSource source;

    private LdapFixture(TestDirectory directory, Relay relay) {
        this.directory = directory;
        this.relay = relay;
        this.source = new LdapSource(Map.ofEntries(
                Map.entry("service.pid", LdapSourceComponent.PID + "~CustomerUser1"),
                Map.entry("host", "127.0.0.1"),
                Map.entry("port", Integer.toString(relay.port())),
                Map.entry("baseDn", TestDirectory.BASE),
                Map.entry("scope", "one"),
                Map.entry("searchListLimit", "3"),
                Map.entry("validFilter", "(!(description=locked))"),
                Map.entry("searchFields", "uid,mail,o,givenname,sn"),
                Map.entry("listFields", "givenname,sn,mail"),
                Map.entry("map.10", TestPerson.NUMBER + " | Number | roomnumber | 1 | 0 | int | | 1 | |"),
                Map.entry("map.6", "UserCustomerID | CustomerID | o | 0 | 1 | var | | 1 | |")));
    }

    static LdapFixture over(TestDirectory directory, List<TestPerson> people) throws Exception {
        List<Entry> entries = new ArrayList<>();
        for (TestPerson person : people) {
            Person entry = Person.of(entries.size(), person.login())
                    .with("mail", person.email())
                    .with("o", person.customerId())
                    .with("sn", person.lastName());
            if (!person.firstName().isEmpty()) {
                entry.with("givenName", person.firstName());
            }
            if (!person.number().isEmpty()) {
                entry.with("roomNumber", person.number());
            }
            if (person.validity() != Validity.VALID) {
                entry.with("description", "locked");
            }
            entries.add(entry.entry());
        }
        directory.load(entries);
        return new LdapFixture(directory, new Relay(directory.port()));
    }

    @Override
    public CustomerUserSource source() {
        return source;
    }

    @Override
    public Optional<Outage> outage() {
        return Optional.of(new Outage() {
            @Override
            public void begin() throws Exception {
                directory.stop();
            }

            @Override
            public void end() throws Exception {
                directory.start();
            }
        });
    }

    @Override
    public Optional<Outage> silence() {
        return Optional.of(new Outage() {
            @Override
            public void begin() {
                relay.setSilent(true);
            }

            @Override
            public void end() {
                relay.setSilent(false);
            }
        });
    }

    @Override
    public void close() throws Exception {
        source.close();
        relay.close();
    }
}
