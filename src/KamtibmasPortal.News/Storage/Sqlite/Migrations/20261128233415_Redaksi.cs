using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Redaksi : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AssignedTo",
                table: "Articles",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsExcerptOnly",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsSensitiveConfirmed",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Note",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "OpenProposals",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "PinnedUntil",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PrintedSummary",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PrintedTitle",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Urgency",
                table: "Articles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Waiting",
                table: "Articles",
                type: "INTEGER",
                maxLength: 32,
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<DateTime>(
                name: "WaitingSince",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "ArticleEdits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Field = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BulkActs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkActs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "BulkChanges",
                columns: table => new
                {
                    ActId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: false),
                    VersionAfter = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_BulkChanges", x => new { x.ActId, x.ArticleId });
                });

            migrationBuilder.CreateTable(
                name: "Corrections",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    ReportId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Corrections", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "Proposals",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Draft = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    DecidedBy = table.Column<string>(type: "TEXT", nullable: true),
                    DecidedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Proposals", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReaderReports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", maxLength: 120, nullable: true),
                    Contact = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ContactErasedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    HandledBy = table.Column<string>(type: "TEXT", nullable: true),
                    HandledAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Answer = table.Column<string>(type: "TEXT", nullable: true),
                    CorrectionId = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReaderReports", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Articles_PinnedUntil",
                table: "Articles",
                column: "PinnedUntil",
                filter: "\"PinnedUntil\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_Queue",
                table: "Articles",
                columns: new[] { "Urgency", "WaitingSince", "Id", "SourceId", "AssignedTo", "Waiting", "State" },
                descending: new[] { true, false, false, false, false, false, false },
                filter: "\"Urgency\" > 0");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleEdits_ArticleId_At",
                table: "ArticleEdits",
                columns: new[] { "ArticleId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_BulkActs_At",
                table: "BulkActs",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_BulkChanges_ArticleId",
                table: "BulkChanges",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_ArticleId",
                table: "Corrections",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_Corrections_At_Id",
                table: "Corrections",
                columns: new[] { "At", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_Proposals_ArticleId_At",
                table: "Proposals",
                columns: new[] { "ArticleId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReports_ArticleId",
                table: "ReaderReports",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ReaderReports_State_At",
                table: "ReaderReports",
                columns: new[] { "State", "At" });

            // What waited before waits on: as urgent as it was sensitive, since it was first seen.
            migrationBuilder.Sql("""
                UPDATE "Articles" SET "WaitingSince" = "FirstSeenAt", "Waiting" = CASE WHEN "IsSensitive" = 1 AND "IsSensitiveLifted" = 0 THEN 5 ELSE 1 END, "Urgency" = CASE WHEN "IsSensitive" = 1 AND "IsSensitiveLifted" = 0 THEN 40 ELSE 10 END WHERE "State" = 'Pending';
                """);

            // Where a source shows the whole text and its article does not, the publisher has asked for that.
            migrationBuilder.Sql("""
                UPDATE "Articles" SET "IsExcerptOnly" = 1 WHERE "Display" = 'Excerpt' AND "SourceId" IN (SELECT "Id" FROM "Sources" WHERE "Display" = 'FullText');
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleEdits");

            migrationBuilder.DropTable(
                name: "BulkActs");

            migrationBuilder.DropTable(
                name: "BulkChanges");

            migrationBuilder.DropTable(
                name: "Corrections");

            migrationBuilder.DropTable(
                name: "Proposals");

            migrationBuilder.DropTable(
                name: "ReaderReports");

            migrationBuilder.DropIndex(
                name: "IX_Articles_PinnedUntil",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_Queue",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "AssignedTo",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IsExcerptOnly",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IsSensitiveConfirmed",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Note",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "OpenProposals",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "PinnedUntil",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "PrintedSummary",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "PrintedTitle",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Urgency",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Waiting",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "WaitingSince",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "Articles");
        }
    }
}
