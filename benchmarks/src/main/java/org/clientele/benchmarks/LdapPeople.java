package org.clientele.benchmarks;

import com.unboundid.ldap.sdk.Attribute;
import com.unboundid.ldap.sdk.Entry;
import java.io.IOException;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.clientele.testkit.server.OpenLdapServer;

/** A directory server with people, and the configuration of a source of them. */
final class LdapPeople {
    static final String BASE = "ou=people," + OpenLdapServer.BASE;
    /** The people are spread over as many organizational units. */
    static final int UNITS = 10;

    private LdapPeople() {}

    static OpenLdapServer serverWith(int people) throws IOException {
        Stream<Entry> units = IntStream.range(0, UNITS).mapToObj(number -> unit(unit(number)));
        Stream<Entry> entries = IntStream.range(0, people).mapToObj(LdapPeople::entry);
        Stream<Entry> all = Stream.of(Stream.of(unit(BASE)), units, entries).flatMap(one -> one);
        return OpenLdapServer.startedWith(
                all.map(Entry::toLDIFString),
                "index givenName,sn eq,sub",
                "sizelimit unlimited",
                "timelimit unlimited");
    }

    /** The DN of one of the parts. */
    static String unit(int number) {
        return "ou=unit" + number + "," + BASE;
    }

    /** A source of all these people; everything else is as where nothing is configured. */
    static Map<String, Object> source(OpenLdapServer server) {
        return source("CustomerUser1", server.url(), BASE);
    }

    /** The same of a part of them, on a server that is reached at this URL. */
    static Map<String, Object> source(String slot, String url, String base) {
        return Map.of(
                "service.pid",
                "org.clientele.backend.ldap~" + slot,
                "host",
                url,
                "baseDn",
                base,
                "scope",
                "sub",
                "searchFields",
                "uid, givenname, sn");
    }

    private static Entry unit(String dn) {
        return new Entry(dn, new Attribute("objectClass", "organizationalUnit"));
    }

    private static Entry entry(int number) {
        Person person = Person.number(number);
        return new Entry(
                "uid=" + person.login() + "," + unit(number % UNITS),
                new Attribute("objectClass", "inetOrgPerson"),
                new Attribute("cn", person.firstName() + " " + person.lastName()),
                new Attribute("givenName", person.firstName()),
                new Attribute("sn", person.lastName()),
                new Attribute("mail", person.email()),
                new Attribute("telephoneNumber", person.phone()),
                new Attribute("l", "Berlin"));
    }
}
