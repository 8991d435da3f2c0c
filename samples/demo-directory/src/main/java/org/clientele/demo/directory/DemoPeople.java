package org.clientele.demo.directory;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.LDAPException;
import com.unboundid.ldap.sdk.RDN;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Two thousand persons for the directory, the same ones every time, identities included. */
final class DemoPeople {
    static final String BASE = "dc=example,dc=org";
    static final String PEOPLE = "ou=people," + BASE;
    static final int COUNT = 2_000;
    private static final int SEED = 2_000;
    private static final int ONE_IN_TWO_ADDRESSES = 10;

    private static final List<String> TITLES =
            List.of("Engineer", "Head of Purchasing", "Administrator", "Consultant", "Nurse", "Warehouse Lead", "CFO");

    /** Names that have broken software before. */
    private static final List<String> ODD = List.of(
            "O'Brien",
            "カス",
            "x\"y <z>",
            "${a}",
            "%",
            "_",
            "back\\slash",
            "(paren)",
            "star*",
            "a,b=c",
            "😀",
            "Ünal-Ölçer");

    private DemoPeople() {}

    static List<Entry> all() throws LDAPException {
        Random random = new Random(SEED);
        List<String> companies = DemoCompanies.ids();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            entries.add(person(i, companies.get(random.nextInt(companies.size())), random));
        }
        return entries;
    }

    private static Entry person(int number, String company, Random random) throws LDAPException {
        boolean odd = number < ODD.size();
        String first = Names.first(random);
        String last = odd ? ODD.get(number) : Names.last(random);
        String uid = Names.plain(first) + "." + (odd ? last : Names.plain(last)) + number;
        String mail = Names.plain(first) + "." + Names.plain(last) + number;
        Entry entry = new Entry(new DN(new RDN("uid", uid), new DN(PEOPLE)));
        entry.addAttribute("objectClass", "top", "person", "organizationalPerson", "inetOrgPerson");
        entry.addAttribute(
                "entryUUID",
                UUID.nameUUIDFromBytes(uid.getBytes(StandardCharsets.UTF_8)).toString());
        entry.addAttribute("uid", uid);
        entry.addAttribute("givenName", first);
        entry.addAttribute("sn", last);
        entry.addAttribute("cn", first + " " + last);
        entry.addAttribute("mail", mail + "@directory.example");
        if (number % ONE_IN_TWO_ADDRESSES == 0) {
            entry.addAttribute("mail", "office" + number + "@directory.example");
        }
        entry.addAttribute("o", company);
        entry.addAttribute("title", TITLES.get(random.nextInt(TITLES.size())));
        entry.addAttribute("telephoneNumber", DemoUsers.phone(random));
        entry.addAttribute("postalAddress", company + "$" + (1 + random.nextInt(200)) + " Example Street");
        if (random.nextInt(5) == 0) {
            entry.addAttribute("description", "Reached best in the morning.");
        }
        return entry;
    }
}
