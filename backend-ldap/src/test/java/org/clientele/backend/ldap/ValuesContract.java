package org.clientele.backend.ldap;

import static org.assertj.core.api.Assertions.assertThat;

import com.unboundid.ldap.sdk.DN;
import com.unboundid.ldap.sdk.Entry;
import com.unboundid.ldap.sdk.RDN;
import com.unboundid.util.ssl.cert.SignatureAlgorithmIdentifier;
import com.unboundid.util.ssl.cert.X509Certificate;
import java.security.KeyPairGenerator;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.clientele.SourceUnavailableException.Reason;
import org.clientele.Validity;
import org.clientele.spi.Criterion;
import org.clientele.spi.CustomerIdQuery;
import org.clientele.spi.SourcePage;
import org.clientele.spi.SourceQuery;
import org.clientele.spi.SourceRecord;
import org.clientele.spi.TextPattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How the values of entries are read, whatever the server. */
abstract class ValuesContract<D extends TestDirectory> extends LdapSourceTest<D> {
    static final String MANAGER = "UserManager | Manager | manager | 1 | 0 | var | | 1 | |";

    @Test
    void aPostalAddressHasItsLinesAndIsFoundByThem() throws Exception {
        directory()
                .load(List.of(Person.of(1, "jdoe")
                        .with("postalAddress", "Doe \\24 Sons$1 Main St")
                        .entry()));
        SourceRecord found = source(Map.of()).find("jdoe", soon()).orElseThrow();
        assertThat(found.fields().get("UserAddress")).containsExactly("Doe $ Sons\n1 Main St");
        LdapSource searching = source(Map.of("searchFields", "uid, postalAddress"));
        assertThat(ids(searching.search(words("Doe $ S"), soon()))).containsExactly("jdoe");
    }

    @Test
    void valuesAreReadAndSearchedInTheConfiguredCharacterSet() throws Exception {
        directory()
                .load(Person.entries(Person.of(1, "ann")
                        .with("sn", "Ünal")
                        .with("mail", "ann@example.org")
                        .with("jpegPhoto", "ü")));
        String row = "UserPhoto | Photo | jpegPhoto | 1 | 0 | var | | 1 | |";
        LdapSource utf8 = source(Map.of("searchFields", "sn", "map.10", row));
        LdapSource latin1 = source(Map.of("searchFields", "sn", "map.10", row, "sourceCharset", "iso-8859-1"));
        SourceRecord right = utf8.find("ann", soon()).orElseThrow();
        SourceRecord wrong = latin1.find("ann", soon()).orElseThrow();
        assertThat(right.fields().get("UserLastname")).containsExactly("Ünal");
        assertThat(wrong.fields().get("UserLastname")).containsExactly("Ã\u009cnal");
        assertThat(wrong.fields().get("UserPhoto"))
                .isEqualTo(right.fields().get("UserPhoto"))
                .containsExactly("w7w=");
        assertThat(wrong.nativeId()).isEqualTo(right.nativeId());
        assertThat(ids(utf8.search(words("ün"), soon()))).containsExactly("ann");
        assertThat(ids(latin1.search(words("ün"), soon()))).isEmpty();
        assertThat(ids(latin1.search(words("Ã\u009cna"), soon()))).containsExactly("ann");
        assertThat(ids(utf8.search(words("Ã\u009cna"), soon()))).isEmpty();
        assertThat(ids(latin1.search(words("カ"), soon()))).isEmpty();
    }

    @Test
    void aManagerIsShownByTheConfiguredAttribute() throws Exception {
        String boss = "employeeNumber=9," + TestDirectory.BASE;
        directory()
                .load(Person.entries(
                        Person.of(1, "ann").with("manager", boss),
                        Person.of(2, "bob")
                                .with(
                                        "manager",
                                        "EmployeeNumber=9, " + TestDirectory.BASE,
                                        "employeeNumber=8," + TestDirectory.BASE),
                        Person.of(3, "cyd").with("manager", "employeeNumber=77," + TestDirectory.BASE),
                        Person.of(4, "dan"),
                        Person.of(8, "vice").with("mail", "vice@example.org"),
                        Person.of(9, "boss").with("mail", "boss@example.org")));
        LdapSource byMail = source(Map.of("map.10", MANAGER, "translateManagerTo", "mail"));
        assertThat(managers(source(Map.of("map.10", MANAGER)), "ann")).containsExactly(boss);
        assertThat(managers(byMail, "ann")).containsExactly("boss@example.org");
        assertThat(managers(byMail, "bob")).containsExactlyInAnyOrder("boss@example.org", "vice@example.org");
        assertThat(managers(byMail, "cyd")).isEmpty();
        assertThat(managers(byMail, "dan")).isEmpty();
        assertThat(managers(source(Map.of("map.10", MANAGER, "translateManagerTo", "title")), "ann"))
                .isEmpty();
        assertThat(byMail.search(all(10), soon()).records())
                .extracting(record ->
                        record.fields().getOrDefault("UserManager", List.of()).size())
                .containsExactly(1, 2, 0, 0, 0, 0);
    }

    @Test
    void moreManagersThanAreAskedForAtOnceAreShown() throws Exception {
        directory().load(eachWithAnotherManager(120));
        LdapSource source = source(Map.of("map.10", MANAGER, "translateManagerTo", "uid"));
        SourcePage page = source.search(all(1000), soon());
        assertThat(page.records()).hasSize(120);
        for (SourceRecord record : page.records()) {
            int number = Integer.parseInt(record.id().substring(4));
            assertThat(record.fields().get("UserManager")).containsExactly("user" + (319 - number));
        }
    }

    /** So many people, {@code user100} and so on, each with another manager: the first has the last, the last the first. */
    static List<Entry> eachWithAnotherManager(int number) throws Exception {
        List<Entry> people = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            people.add(Person.of(i, "user" + (100 + i))
                    .with("manager", "employeeNumber=" + (number - 1 - i) + "," + TestDirectory.BASE)
                    .entry());
        }
        return people;
    }

    private static List<String> managers(LdapSource source, String login) throws Exception {
        return source.find(login, soon()).orElseThrow().fields().getOrDefault("UserManager", List.of());
    }

    @Test
    void allValuesOfAnAttributeAreCustomersOfAPerson() throws Exception {
        directory()
                .load(Person.entries(
                        Person.of(1, "ann").with("departmentNumber", "O'Brien & Co", "Ünal", "カス"),
                        Person.of(2, "bob").with("departmentNumber", "Ünal"),
                        Person.of(3, "zoe")));
        String row = "UserCustomerIDs | CustomerIDs | departmentNumber | 1 | 0 | var | | 1 | |";
        LdapSource further = source(Map.of("map.10", row));
        assertThat(further.find("ann", soon()).orElseThrow().fields().get("UserCustomerIDs"))
                .containsExactlyInAnyOrder("O'Brien & Co", "Ünal", "カス");
        LdapSource primary =
                source(Map.of("map.6", "UserCustomerID | CustomerID | departmentNumber | 1 | 1 | var | | 1 | |"));
        Criterion unal = new Criterion.CustomerId(TextPattern.exactly("ünal"));
        assertThat(ids(primary.search(query(unal), soon()))).containsExactly("ann", "bob");
        assertThat(ids(source(Map.of()).search(query(unal), soon()))).isEmpty();
        CustomerIdQuery all = new CustomerIdQuery(Optional.empty(), Optional.empty(), 10, true);
        assertThat(primary.customerIds(all, soon()).ids())
                .extracting(SourceQuery.Position::id)
                .containsExactly("O'Brien & Co", "Ünal", "カス");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "iso-8859-1"})
    void bytesAreDeliveredAsTheyAreInBase64(String charset) throws Exception {
        byte[] bytes = new byte[300];
        new Random(7).nextBytes(bytes);
        byte[] certificate = X509Certificate.generateSelfSignedCertificate(
                        SignatureAlgorithmIdentifier.SHA_256_WITH_RSA,
                        KeyPairGenerator.getInstance("RSA").generateKeyPair(),
                        new DN("cn=Ann"),
                        0,
                        Long.MAX_VALUE >> 20)
                .getX509CertificateBytes();
        byte[] longest = Arrays.copyOf(bytes, EntryReader.MOST_BYTES);
        directory()
                .load(Person.entries(
                        Person.of(1, "ann")
                                .with("jpegPhoto", bytes)
                                .with("userSMIMECertificate", bytes)
                                .with("userCertificate;binary", certificate),
                        Person.of(2, "longest").with("jpegPhoto", longest),
                        Person.of(3, "too long").with("jpegPhoto", Arrays.copyOf(longest, longest.length + 1))));
        LdapSource source = source(Map.of(
                "sourceCharset", charset,
                "map.10", "UserPhoto | Photo | jpegPhoto | 1 | 0 | var | | 1 | |",
                "map.11", "UserSMIMECertificate | Certificate | userSMIMECertificate | 1 | 0 | var | | 1 | |",
                "map.12", "UserCertificate | Certificate | userCertificate;binary | 1 | 0 | var | | 1 | |",
                "map.13", "UserPlain | Certificate | userCertificate | 1 | 0 | var | | 1 | |",
                "searchFields", "uid, jpegPhoto"));
        assertThat(source.find("ann", soon()).orElseThrow().fields())
                .containsEntry("UserPhoto", List.of(base64(bytes)))
                .containsEntry("UserSMIMECertificate", List.of(base64(bytes)))
                .containsEntry("UserCertificate", List.of(base64(certificate)))
                .containsEntry("UserPlain", List.of(base64(certificate)));
        assertThat(source.find("longest", soon()).orElseThrow().fields())
                .containsEntry("UserPhoto", List.of(base64(longest)));
        assertThat(source.condition().findings()).isEmpty();
        assertThat(source.find("too long", soon()).orElseThrow().fields()).doesNotContainKey("UserPhoto");
        assertThat(source.condition().findings()).extracting("key").containsExactly("map");
        assertThat(ids(source.search(words("ann"), soon()))).containsExactly("ann");
    }

    @Test
    void whereAServerKnowsNoLocksNobodyIsLocked() throws Exception {
        directory().load(Person.entries(Person.of(1, "ann"), Person.of(2, "bob")));
        LdapSource openLdap = source(Map.of("vendor", "openldap"));
        assertThat(ids(openLdap.search(all(10), soon()))).containsExactly("ann", "bob");
        assertThat(openLdap.find("ann", soon()).orElseThrow().validity()).isEqualTo(Validity.VALID);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Jürgen", "カス", "Doe, John", "a+b\\c", "x=\"y\";<z>", "#1 "})
    void anAccountOfAnyNameSignsIn(String name) throws Exception {
        String dn = new DN(new RDN("cn", name), new DN(TestDirectory.BASE)).toString();
        Entry account = new Entry("dn: " + dn, "objectClass: inetOrgPerson", "sn: Service");
        account.addAttribute("cn", name);
        account.addAttribute("userPassword", "geheim ä");
        directory().load(List.of(account, Person.of(1, "ann").entry()));
        assertThat(source(Map.of("userDn", dn, "userPw", "geheim ä")).find("ann", soon()))
                .isPresent();
        LdapSource wrong = source(Map.of("userDn", dn, "userPw", "geheim a"));
        assertThat(reasonOf(() -> wrong.find("ann", soon()))).isEqualTo(Reason.CONNECTION);
    }
}
