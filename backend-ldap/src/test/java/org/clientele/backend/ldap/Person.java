package org.clientele.backend.ldap;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import java.util.Arrays;
import java.util.List;

/** Makes entries of people; the DN does not hold the login, so that any login is possible. */
final class Person {
    private final Entry entry;

    private Person(Entry entry) {
        this.entry = entry;
    }

    static Person of(int number, String uid) throws Exception {
        DN dn = new DN(new RDN("employeeNumber", Integer.toString(number)), new DN(TestDirectory.BASE));
        Entry entry = new Entry(dn);
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
        entry.addAttribute("employeeNumber", Integer.toString(number));
        entry.addAttribute("uid", uid);
        return new Person(entry).with("sn", "Person").with("cn", "Person " + number);
    }

    Person with(String attribute, String... values) {
        entry.setAttribute(attribute, values);
        return this;
    }

    Person with(String attribute, byte[] value) {
        entry.setAttribute(attribute, value);
        return this;
    }

    Entry entry() {
        return entry;
    }

    static List<Entry> entries(Person... people) {
        return Arrays.stream(people).map(Person::entry).toList();
    }
}
