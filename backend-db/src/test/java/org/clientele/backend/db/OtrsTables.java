package org.clientele.backend.db;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The tables of an OTRS database as far as customer users touch them, with rows as OTRS writes them. */
final class OtrsTables {
    /** Two users of OTRS: who writes, and somebody else. */
    static final int ROOT = 1;

    static final int CLIENTELE = 2;

    /** Everybody's password. */
    static final String PASSWORD = "secret";

    /** Stored passwords by login, in each of OTRS' forms; MD5 and crypt have the login as salt. */
    static final Map<String, String> STORED = Map.ofEntries(
            Map.entry("crypt-janet", "jaqT/dF0mUWcw"),
            Map.entry("jane", "$1$jane$TqTaCQGdZVjtvYtp8rj2j."),
            Map.entry("jane@example.com", "$1$jane@exa$YZjwk4aS5/aptV4XI.5n/."),
            Map.entry("カス", "$1$カス$5DtJe0eI1sVCEGWs15Kiv1"),
            Map.entry("john-doe", "$apr1$john-doe$t8l4cdYTkSBu4LUfDx0Fb0"),
            Map.entry("O'Brien", "e5e9fa1ba31ecd1ae84f75caaa474f3a663f05f4"),
            Map.entry("Ünal", "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"),
            Map.entry(
                    "x\"y <z>",
                    "bd2b1aaf7ef4f09be9f52ce2d8d599674d81aa9d6a4421696dc4d93dd0619d682ce56b4d64a9ef097761ced99e0f67265b5f76085e5b0ee7ca4696b2ad6fe2b2"),
            Map.entry("a_b%", "BCRYPT:09:abcdefghijklmnop:YCZwYw1C2XpU3jIG92Mt0dgubd4zFr."));

    private static final List<String> TABLES = List.of(
            "customer_user_customer", "customer_preferences", "customer_user", "customer_company", "valid", "users");

    private final TestDatabase database;
    private final String autoKey;
    private final String time;
    private final String options;

    private OtrsTables(TestDatabase database, String autoKey, String time, String options) {
        this.database = database;
        this.autoKey = autoKey;
        this.time = time;
        this.options = options;
    }

    static OtrsTables onPostgreSql(TestDatabase database) {
        return new OtrsTables(database, "serial", "timestamp(0)", "");
    }

    static OtrsTables onMariaDb(TestDatabase database) {
        String options = " engine=innodb default character set utf8mb4 collate utf8mb4_unicode_ci";
        return new OtrsTables(database, "integer auto_increment", "datetime", options);
    }

    TestDatabase database() {
        return database;
    }

    void reset() throws SQLException {
        database.run(
                TABLES.stream().map(table -> "drop table if exists " + table).toArray(String[]::new));
        database.run(
                create(
                        "users",
                        "id " + autoKey
                                + " not null primary key, login varchar(200) not null, pw varchar(128) not null,"
                                + " valid_id smallint not null" + audit() + ", constraint users_login unique (login)"),
                create(
                        "valid",
                        "id smallint not null primary key, name varchar(200) not null" + audit() + references("valid")
                                + ", constraint valid_name unique (name)"),
                create(
                        "customer_user",
                        "id " + autoKey + " not null primary key, login varchar(191) not null,"
                                + " email varchar(150) not null, customer_id varchar(150) not null, pw varchar(128), title varchar(50),"
                                + " first_name varchar(100) not null, last_name varchar(100) not null, phone varchar(150), fax varchar(150),"
                                + " mobile varchar(150), street varchar(150), zip varchar(200), city varchar(200), country varchar(200),"
                                + " comments varchar(250), valid_id smallint not null" + audit()
                                + references("customer_user")
                                + validity("customer_user") + ", constraint customer_user_login unique (login)"),
                create(
                        "customer_company",
                        "customer_id varchar(150) not null primary key, name varchar(191) not null,"
                                + " street varchar(200), zip varchar(200), city varchar(200), country varchar(200), url varchar(200),"
                                + " comments varchar(250), valid_id smallint not null" + audit()
                                + references("customer_company")
                                + ", constraint customer_company_name unique (name)"),
                create(
                        "customer_preferences",
                        "user_id varchar(191) not null, preferences_key varchar(150) not null,"
                                + " preferences_value varchar(250)"),
                create(
                        "customer_user_customer",
                        "user_id varchar(100) not null, customer_id varchar(150) not null" + audit()
                                + references("customer_user_customer")),
                "create index customer_preferences_user_id on customer_preferences (user_id)");
        fill();
    }

    /** Every table, column, index and constraint, as the database describes them. */
    String schema() {
        boolean mariaDb = !options.isEmpty();
        String here = mariaDb ? "database()" : "current_schema()";
        String indexes = mariaDb
                ? "select table_name, index_name, column_name from information_schema.statistics where table_schema = database()"
                : "select tablename, indexname, indexdef from pg_indexes where schemaname = current_schema()";
        return database.query("select table_name, column_name, data_type, character_maximum_length, column_default"
                        + " from information_schema.columns where table_schema = " + here + " order by 1, 2")
                + "\n" + database.query(indexes + " order by 1, 2, 3")
                + "\n"
                + database.query("select table_name, constraint_name, constraint_type"
                        + " from information_schema.table_constraints where table_schema = " + here + " order by 1, 2");
    }

    /** What the other tables hold. */
    String otherRows() {
        StringBuilder rows = new StringBuilder();
        for (String table : List.of("users", "valid", "customer_preferences", "customer_user_customer")) {
            rows.append(database.query("select * from " + table + " order by 1, 2"))
                    .append('\n');
        }
        return rows.toString();
    }

    /** The statements of a text that are for this kind of database: indented, each ended by a semicolon. */
    List<String> statementsFor(String text) {
        String code = text.lines()
                .filter(line -> line.startsWith("    "))
                .map(String::strip)
                .collect(Collectors.joining(" "));
        Pattern wanted = Pattern.compile(
                options.isEmpty()
                        ? "(create (unique )?index|create extension|alter index|analyze|update customer_user set pw = encode)[^;]*"
                        : "(alter table|update customer_user set pw = sha2)[^;]*");
        return wanted.matcher(code).results().map(MatchResult::group).toList();
    }

    String row(String login, String columns) {
        return database.query(
                "select " + columns + " from customer_user where login = '" + login.replace("'", "''") + "'");
    }

    private String create(String table, String columns) {
        return "create table " + table + " (" + columns + ")" + options;
    }

    private String audit() {
        return ", create_time " + time + " not null, create_by integer not null, change_time " + time
                + " not null, change_by integer not null";
    }

    private static String references(String table) {
        return ", constraint FK_" + table + "_create_by_id foreign key (create_by) references users (id)"
                + ", constraint FK_" + table + "_change_by_id foreign key (change_by) references users (id)";
    }

    private static String validity(String table) {
        return ", constraint FK_" + table + "_valid_id_id foreign key (valid_id) references valid (id)";
    }

    private void fill() throws SQLException {
        String now = "'2020-02-02 02:02:02', 1, '2021-01-01 01:01:01', 1)";
        database.run(
                "insert into users (login, pw, valid_id, create_time, create_by, change_time, change_by) values ('root@localhost', 'x', 1, "
                        + now,
                "insert into users (login, pw, valid_id, create_time, create_by, change_time, change_by) values ('clientele', 'x', 1, "
                        + now,
                "insert into valid values (1, 'valid', " + now,
                "insert into valid values (2, 'invalid', " + now,
                "insert into valid values (3, 'invalid-temporarily', " + now,
                "insert into customer_company values ('R&D', 'Research', '', '', '', '', '', '', 1, " + now,
                "insert into customer_preferences values ('jane', 'UserLanguage', 'de')",
                "insert into customer_preferences values ('jane', 'UserLanguage', 'de')",
                "insert into customer_user_customer values ('jane', 'R&D', " + now);
        try (Connection connection = database.dataSource().getConnection();
                PreparedStatement insert =
                        connection.prepareStatement("insert into customer_user (login, email, customer_id, pw,"
                                + " title, first_name, last_name, phone, fax, mobile, street, zip, city, country, comments, valid_id,"
                                + " create_time, create_by, change_time, change_by) values (?, ?, 'R&D', ?, '', 'Jane', ?, '', '', '', '',"
                                + " '0', 'Straße', '', 'written by OTRS', ?, " + now)) {
            for (Map.Entry<String, String> entry : STORED.entrySet()) {
                insert(insert, entry.getKey(), entry.getValue(), 1);
            }
            insert(insert, "without", null, 1);
            insert(insert, "gone", STORED.get("Ünal"), 2);
            insert(insert, "away", STORED.get("Ünal"), 3);
        }
    }

    private static void insert(PreparedStatement insert, String login, String password, int validity)
            throws SQLException {
        insert.setString(1, login);
        insert.setString(2, Integer.toHexString(login.hashCode()) + "@example.com");
        insert.setString(3, password);
        insert.setString(4, "Doe " + login);
        insert.setInt(5, validity);
        insert.executeUpdate();
    }
}
