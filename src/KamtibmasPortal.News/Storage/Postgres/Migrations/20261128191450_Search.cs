using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class Search : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "IndexRuns",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    LastArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    FinishedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_IndexRuns", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "SearchEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: true),
                    Publisher = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Tags = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    Edition = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SearchEntries", x => x.Number);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SearchEntries_ArticleId",
                table: "SearchEntries",
                column: "ArticleId",
                unique: true);

            // Not in the model: the words are written and asked in PostgreSQL's own language. Without a pending list every query costs the same.
            migrationBuilder.Sql("""
                ALTER TABLE "SearchEntries" ADD COLUMN "Tokens" tsvector NOT NULL;
                ALTER TABLE "SearchEntries" ALTER COLUMN "Tokens" SET COMPRESSION lz4;
                ALTER TABLE "SearchEntries" SET (toast_tuple_target = 256);
                CREATE INDEX "IX_SearchEntries_Tokens" ON "SearchEntries" USING gin ("Tokens") WITH (fastupdate = off);
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "IndexRuns");

            migrationBuilder.DropTable(
                name: "SearchEntries");
        }
    }
}
