using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class SearchMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // Not in the model, as the words are not. Month and year of an entry become lexemes, and the words of its title, with their
            // places, stand in the row itself: what ranks a thousand hits must not unpack their texts.
            migrationBuilder.Sql("""
                ALTER TABLE "SearchEntries" ADD COLUMN "Title" tsvector NOT NULL DEFAULT '';
                ALTER TABLE "SearchEntries" ALTER COLUMN "Title" SET STORAGE MAIN;
                UPDATE "SearchEntries" SET
                    "Title" = coalesce((
                        SELECT string_agg('''' || replace(replace(t.lexeme, '\', '\\'), '''', '''''') || '''' || coalesce(':' || array_to_string(t.positions, ','), ''), ' ')
                        FROM unnest("Tokens") AS t WHERE t.lexeme LIKE '^%'), '')::tsvector,
                    "Tokens" = "Tokens" || array_to_tsvector(ARRAY[
                        'm:' || to_char(to_timestamp("Number" / 1024) AT TIME ZONE 'UTC', 'YYYYMM'),
                        'y:' || to_char(to_timestamp("Number" / 1024) AT TIME ZONE 'UTC', 'YYYY')]);
                ALTER TABLE "SearchEntries" ALTER COLUMN "Title" DROP DEFAULT;
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder) => migrationBuilder.Sql("""ALTER TABLE "SearchEntries" DROP COLUMN "Title" """);
    }
}
