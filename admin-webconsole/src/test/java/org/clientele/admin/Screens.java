package org.clientele.admin;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.clientele.admin.web.GeneratedPasswords;
import org.clientele.admin.web.Tokens;

/** Both screens in a console, over directories in memory. */
final class Screens implements AutoCloseable {
    final MemorySource database = Samples.database();
    final MemorySource ldap;
    final MemorySource companies = Samples.companies();
    final MemoryUsers users;
    final MemoryCustomers customers = new MemoryCustomers(List.of(companies));
    final Tokens tokens = new Tokens();
    final MemoryTests tests = new MemoryTests();
    final Console console;

    Screens() throws Exception {
        this(0, Map.of());
    }

    /** @param die whether the directory must not be missing in a list */
    Screens(boolean die) throws Exception {
        this(0, Map.of(), die, List.of());
    }

    Screens(int port, Map<String, Object> properties) throws Exception {
        this(port, properties, false, List.of());
    }

    /** @param more sources behind the database and the directory */
    Screens(List<MemorySource> more) throws Exception {
        this(0, Map.of(), false, more);
    }

    private Screens(int port, Map<String, Object> properties, boolean die, List<MemorySource> more) throws Exception {
        ldap = Samples.ldap(die);
        users = new MemoryUsers(
                Stream.concat(Stream.of(database, ldap), more.stream()).toList());
        GeneratedPasswords passwords = new GeneratedPasswords();
        console = new Console(
                port,
                Map.of(
                        "customer-users",
                        new CustomerUsersPlugin(users, customers, tokens, passwords, tests, properties),
                        "customers",
                        new CustomersPlugin(customers, tokens, passwords, tests, properties)));
    }

    @Override
    public void close() throws Exception {
        console.close();
    }

    /** Starts the screens with sample data for whoever works on them: arguments are the port and {@code empty}. */
    public static void main(String[] arguments) throws Exception {
        Screens screens = new Screens(Integer.parseInt(arguments[0]), Map.of());
        if (arguments.length < 2) {
            Samples.fillCustomers(screens.companies, 60);
            Samples.fillUsers(screens.database, "anna", 60);
            Samples.fillUsers(screens.ldap, "person", 1500);
        }
    }
}
