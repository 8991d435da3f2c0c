package org.clientele.backend.ldap;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.clientele.backend.ldap.LdapSettings.Lock;
import org.clientele.backend.ldap.LdapSettings.Nesting;
import org.clientele.spi.Settings;
import org.clientele.spi.SourceDefaults;

/**
 * What the directories of a vendor keep where: defaults, each of which a key of the configuration replaces.
 *
 * @param word in the configuration
 * @param login the attribute of the login
 * @param address the attribute of the postal address
 * @param nativeIds as {@code nativeId}
 * @param alwaysFilter as the key
 * @param validFilter as the key
 * @param lock what tells that an account is closed where no {@code validFilter} is given
 * @param nesting how groups in groups are followed where that is wanted
 */
record Vendor(
        String word,
        String login,
        String address,
        List<String> nativeIds,
        String alwaysFilter,
        String validFilter,
        Optional<Lock> lock,
        Nesting nesting) {

    /** The LDAP example of the manual page, for any directory. */
    private static final Vendor GENERIC = new Vendor(
            "generic",
            "uid",
            "postaladdress",
            List.of("entryUUID", "objectGUID"),
            "",
            "",
            Optional.empty(),
            Nesting.READ);

    /** A lock with this value was set by an administrator; others pass with time. */
    private static final Vendor OPENLDAP = new Vendor(
            "openldap",
            "uid",
            "postaladdress",
            List.of("entryUUID"),
            "",
            "",
            Optional.of(new Lock("pwdAccountLockedTime", "000001010000Z")),
            Nesting.READ);

    private static final Vendor ACTIVE_DIRECTORY = new Vendor(
            "active-directory",
            "sAMAccountName",
            "streetAddress",
            List.of("objectGUID"),
            "(&(objectCategory=person)(objectClass=user))",
            "(!(userAccountControl:1.2.840.113556.1.4.803:=2))",
            Optional.empty(),
            Nesting.CHAINED);

    /** An entry may be given an {@code entryUUID} later; its {@code nsUniqueId} is there from the start. */
    private static final Vendor DIRECTORY_SERVER_389 = new Vendor(
            "389ds",
            "uid",
            "postaladdress",
            List.of("nsUniqueId", "entryUUID"),
            "",
            "(!(nsAccountLock=true))",
            Optional.empty(),
            Nesting.READ);

    private static final List<Vendor> ALL = List.of(GENERIC, OPENLDAP, ACTIVE_DIRECTORY, DIRECTORY_SERVER_389);

    Vendor {
        nativeIds = List.copyOf(nativeIds);
    }

    /** The vendor that the key {@code vendor} names; a finding where there is none of that name. */
    static Vendor of(Settings settings) {
        String wanted = settings.text("vendor", "");
        Optional<Vendor> found =
                ALL.stream().filter(vendor -> vendor.word.equals(wanted)).findFirst();
        if (found.isEmpty() && !wanted.isEmpty()) {
            String words = ALL.stream().map(Vendor::word).collect(Collectors.joining(", "));
            settings.error("vendor", "is '" + wanted + "'; write one of " + words);
        }
        return found.orElse(GENERIC);
    }

    /** Of the keys that all back ends have in common, the map among them. */
    SourceDefaults defaults() {
        return SourceDefaults.readOnly(
                "LDAP",
                Map.of(
                        1, "UserTitle | Title or salutation | title | 1 | 0 | var | | 1 | |",
                        2, "UserFirstname | Firstname | givenname | 1 | 1 | var | | 1 | |",
                        3, "UserLastname | Lastname | sn | 1 | 1 | var | | 1 | |",
                        4, "UserLogin | Username | " + login + " | 1 | 1 | var | | 1 | |",
                        5, "UserEmail | Email | mail | 1 | 1 | var | | 1 | |",
                        6, "UserCustomerID | CustomerID | mail | 0 | 1 | var | | 1 | |",
                        7, "UserPhone | Phone | telephonenumber | 1 | 0 | var | | 1 | |",
                        8, "UserAddress | Address | " + address + " | 1 | 0 | var | | 1 | |",
                        9, "UserComment | Comment | description | 1 | 0 | var | | 1 | |"),
                login,
                List.of("cn", "mail"),
                List.of(login, "cn", "mail"),
                List.of("mail"),
                List.of("givenname", "sn"));
    }
}
