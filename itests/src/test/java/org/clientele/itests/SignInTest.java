package org.clientele.itests;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.inject.Inject;
import javax.sql.DataSource;
import org.clientele.Addition;
import org.clientele.Password;
import org.clientele.SourceState;
import org.clientele.authentication.Authentication;
import org.clientele.authentication.SignIn;
import org.junit.After;
import org.junit.Before;
import org.junit.Test;
import org.ops4j.pax.exam.util.Filter;

/** Signing in, with the libraries that check each stored form as the container has them. */
public class SignInTest extends KarafTest {
    private static final String SLOT = "CustomerUser6";
    private static final Map<String, String> STORED = Map.of(
            "sign-in-argon2", "$argon2id$v=19$m=256,t=2,p=1$c29tZXNhbHQ$nf65EOgLrQMR/uIPnA4rEsF5h7TKyQwu9U1bMCHGi/4",
            "sign-in-sha2", "5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8",
            "sign-in-md5", "$1$jane$xZivEum/2MNFW5g94mzpN.",
            "sign-in-crypt", "jaQIrJHXk0jzA",
            "sign-in-sha512-crypt",
                    "$6$abcdefgh$yVfUwsw5T.JApa8POvClA1pQ5peiq97DUNyXCZN5IrF.BMSkiaLQ5kvpuEm/VQ1Tvh/KV2TcaWh8qinoW5dhA1",
            "sign-in-bcrypt", "BCRYPT:05:abcdefghijklmnop:xKSDhHZGYxrgOUh/C3/852ZM1RjPsCa");

    @Inject
    Authentication authentication;

    @Inject
    @Filter("(osgi.jndi.service.name=clientele)")
    DataSource dataSource;

    @Before
    public void haveATableOfSomebodyElse() throws Exception {
        awaitState("CustomerUser", SourceState.READY);
        run("create table its_sign_in (login varchar(191) primary key, email varchar(150), customer_id varchar(150),"
                + " pw varchar(128))");
        for (Map.Entry<String, String> entry : STORED.entrySet()) {
            run(
                    "insert into its_sign_in values (?, ?, 'its', ?)",
                    entry.getKey(),
                    entry.getKey() + "@example.com",
                    entry.getValue());
        }
        haveCustomer("its");
        configure(DATABASE, SLOT, keys());
        awaitState(SLOT, SourceState.READY);
    }

    @After
    public void dropTheTable() throws SQLException {
        run("drop table its_sign_in");
    }

    @Test
    public void whoeverHasAPasswordSignsInWithIt() throws Exception {
        for (String login : STORED.keySet()) {
            assertThat(authentication.signIn(login, "password"))
                    .as(login)
                    .isInstanceOfSatisfying(
                            SignIn.Accepted.class,
                            accepted ->
                                    assertThat(accepted.customerUser().source()).isEqualTo(SLOT));
            assertThat(authentication.signIn(login, "Password")).as(login).isInstanceOf(SignIn.Refused.class);
        }
        assertThat(authentication.signIn("sign-in-nobody", "password")).isInstanceOf(SignIn.Refused.class);
        Map<String, String> person =
                Map.of("UserLogin", "sign-in-new", "UserEmail", "sign-in-new@example.com", "UserCustomerID", "its");
        customerUsers.add(new Addition(SLOT, person, Optional.of(Password.of("someカス")), ACTOR));
        assertThat(authentication.signIn("SIGN-IN-new", "someカス")).isInstanceOf(SignIn.Accepted.class);
        assertThat(authentication.signIn("sign-in-new", "password")).isInstanceOf(SignIn.Refused.class);
    }

    private static Map<String, String> keys() {
        Map<String, String> keys = new HashMap<>(Map.of(
                "dataSourceName", "clientele",
                "table", "its_sign_in",
                "foreignDb", "1",
                "customerValid", "",
                "passwordFormat", "bcrypt",
                "listFields", "login,email",
                "searchFields", "login",
                "nameFields", "login"));
        for (int row = 1; row <= 16; row++) {
            keys.put("map." + row, "");
        }
        keys.put("map.4", "UserLogin | Username | login | 1 | 1 | var | | 0 | |");
        keys.put("map.5", "UserPassword | Password | pw | 0 | 0 | var | | 0 | |");
        keys.put("map.6", "UserEmail | Email | email | 1 | 1 | var | | 0 | |");
        keys.put("map.7", "UserCustomerID | CustomerID | customer_id | 0 | 1 | var | | 0 | |");
        return keys;
    }

    private void run(String sql, String... values) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setString(i + 1, values[i]);
            }
            statement.execute();
        }
    }
}
