package org.clientele.backend.db;

import java.io.IOException;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.clientele.testkit.server.MariaDbServer;
import org.mariadb.jdbc.MariaDbDataSource;

/** MariaDB as Debian ships it. */
final class MariaDbDatabase extends ServerDatabase<MariaDbServer> {

    @Override
    Class<MariaDbServer> kind() {
        return MariaDbServer.class;
    }

    @Override
    MariaDbServer started() throws IOException {
        return MariaDbServer.started("--userstat=1");
    }

    @Override
    public DataSource unpooled() {
        try {
            MariaDbDataSource dataSource = new MariaDbDataSource(url());
            dataSource.setUser(user());
            dataSource.setPassword(password());
            return dataSource;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String driver() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public String customerUserTable() {
        return """
                create table customer_user (
                  id bigint not null auto_increment primary key,
                  login varchar(191) not null, email varchar(150) not null, customer_id varchar(150) not null,
                  pw varchar(255), title varchar(50), first_name varchar(100) not null, last_name varchar(100) not null,
                  phone varchar(150), fax varchar(150), mobile varchar(150), street varchar(150), zip varchar(200),
                  city varchar(200), country varchar(200), comments varchar(250), valid_id smallint not null,
                  create_time datetime(6) not null, create_by varchar(100) not null,
                  change_time datetime(6) not null, change_by varchar(100) not null,
                  login_key varchar(191) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(login)) stored,
                  email_key varchar(150) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(email)) stored,
                  customer_id_key varchar(150) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(customer_id)) stored,
                  last_name_key varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(last_name)) stored,
                  first_name_key varchar(100) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(first_name)) stored,
                  unique index customer_user_login_key (login_key),
                  index customer_user_order (login_key, login),
                  index customer_user_email_key (email_key),
                  index customer_user_customer_id_key (customer_id_key, login_key),
                  index customer_user_last_name_key (last_name_key),
                  index customer_user_first_name_key (first_name_key)) default character set utf8mb4 collate utf8mb4_nopad_bin""";
    }

    @Override
    public String customerTable() {
        return """
                create table customer_company (
                  customer_id varchar(150) not null primary key, name varchar(191) not null,
                  street varchar(200), zip varchar(200), city varchar(200), country varchar(200), url varchar(200),
                  comments varchar(250), valid_id smallint not null,
                  create_time datetime(6) not null, create_by varchar(100) not null,
                  change_time datetime(6) not null, change_by varchar(100) not null,
                  customer_id_key varchar(150) character set utf8mb4 collate utf8mb4_nopad_bin
                    generated always as (lower(customer_id)) stored,
                  constraint customer_company_name unique (name),
                  unique index customer_company_customer_id_key (customer_id_key))
                  default character set utf8mb4 collate utf8mb4_nopad_bin""";
    }
}
