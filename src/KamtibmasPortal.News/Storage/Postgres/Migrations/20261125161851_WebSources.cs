using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class WebSources : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // What failed before this version is read again: its reason was not kept in the way it is now.
            migrationBuilder.Sql("""UPDATE "SourceItems" SET "Fingerprint" = '' WHERE "Outcome" = 'Failed'""");

            migrationBuilder.DropColumn(
                name: "LastRunAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "NextDueAt",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Failure",
                table: "SourceItems");

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "SourceItems",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<int>(
                name: "IntervalMinutes",
                table: "Sources",
                type: "integer",
                nullable: true,
                oldClrType: typeof(int),
                oldType: "integer");

            migrationBuilder.AddColumn<string>(
                name: "ItemSelector",
                table: "Sources",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<string>(
                name: "Outcome",
                table: "SourceItems",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                oldClrType: typeof(string),
                oldType: "character varying(32)",
                oldMaxLength: 32);

            migrationBuilder.AddColumn<string>(
                name: "Announcement",
                table: "SourceItems",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<DateTime>(
                name: "DueAt",
                table: "SourceItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsBackfill",
                table: "SourceItems",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Location",
                table: "SourceItems",
                type: "text",
                nullable: false,
                defaultValue: "",
                collation: "C");

            migrationBuilder.AddColumn<long>(
                name: "Position",
                table: "SourceItems",
                type: "bigint",
                nullable: false,
                defaultValue: 0L);

            migrationBuilder.AddColumn<string>(
                name: "RobotsRule",
                table: "SourceItems",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Tries",
                table: "SourceItems",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Announced",
                table: "FetchRuns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<bool>(
                name: "NotModified",
                table: "FetchRuns",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "Polls",
                table: "FetchRuns",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "FetchRuns",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "RobotsRule",
                table: "FetchRuns",
                type: "text",
                nullable: true,
                collation: "C");

            migrationBuilder.CreateTable(
                name: "ArticleUrls",
                columns: table => new
                {
                    Publisher = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false, collation: "C"),
                    Key = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    ArticleId = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleUrls", x => new { x.Publisher, x.Key });
                });

            migrationBuilder.CreateTable(
                name: "Backfills",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    StartedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    NextPage = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    PageNumber = table.Column<int>(type: "integer", nullable: false),
                    PagesRead = table.Column<int>(type: "integer", nullable: false),
                    Found = table.Column<int>(type: "integer", nullable: false),
                    LastPageSha256 = table.Column<string>(type: "text", nullable: false, collation: "C"),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Detail = table.Column<string>(type: "text", nullable: true, collation: "C")
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Backfills", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_Backfills_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "SourceStates",
                columns: table => new
                {
                    SourceId = table.Column<Guid>(type: "uuid", nullable: false),
                    Host = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    NextDueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastRunAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    LastNewAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    PaceMinutes = table.Column<double>(type: "double precision", nullable: false),
                    Failures = table.Column<int>(type: "integer", nullable: false),
                    BlockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReadAs = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true),
                    ReadFrom = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ETag = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LastModified = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    ListSha256 = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseOwner = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    LeaseUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Fence = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SourceStates", x => x.SourceId);
                    table.ForeignKey(
                        name: "FK_SourceStates_Sources_SourceId",
                        column: x => x.SourceId,
                        principalTable: "Sources",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SourceItems_SourceId_DueAt",
                table: "SourceItems",
                columns: new[] { "SourceId", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_SourceItems_SourceId_SeenAt",
                table: "SourceItems",
                columns: new[] { "SourceId", "SeenAt" });

            migrationBuilder.CreateIndex(
                name: "IX_ArticleUrls_ArticleId",
                table: "ArticleUrls",
                column: "ArticleId");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleUrls_SourceId",
                table: "ArticleUrls",
                column: "SourceId");

            migrationBuilder.CreateIndex(
                name: "IX_SourceStates_NextDueAt",
                table: "SourceStates",
                column: "NextDueAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleUrls");

            migrationBuilder.DropTable(
                name: "Backfills");

            migrationBuilder.DropTable(
                name: "SourceStates");

            migrationBuilder.DropIndex(
                name: "IX_SourceItems_SourceId_DueAt",
                table: "SourceItems");

            migrationBuilder.DropIndex(
                name: "IX_SourceItems_SourceId_SeenAt",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "ItemSelector",
                table: "Sources");

            migrationBuilder.DropColumn(
                name: "Announcement",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "DueAt",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "IsBackfill",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "Location",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "Position",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "RobotsRule",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "Tries",
                table: "SourceItems");

            migrationBuilder.DropColumn(
                name: "Announced",
                table: "FetchRuns");

            migrationBuilder.DropColumn(
                name: "NotModified",
                table: "FetchRuns");

            migrationBuilder.DropColumn(
                name: "Polls",
                table: "FetchRuns");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "FetchRuns");

            migrationBuilder.DropColumn(
                name: "RobotsRule",
                table: "FetchRuns");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "SourceItems");

            migrationBuilder.AddColumn<string>(
                name: "Failure",
                table: "SourceItems",
                type: "character varying(32)",
                maxLength: 32,
                nullable: true,
                collation: "C");

            migrationBuilder.AlterColumn<int>(
                name: "IntervalMinutes",
                table: "Sources",
                type: "integer",
                nullable: false,
                defaultValue: 0,
                oldClrType: typeof(int),
                oldType: "integer",
                oldNullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "LastRunAt",
                table: "Sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "NextDueAt",
                table: "Sources",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AlterColumn<string>(
                name: "Outcome",
                table: "SourceItems",
                type: "character varying(32)",
                maxLength: 32,
                nullable: false,
                defaultValue: "",
                oldClrType: typeof(string),
                oldType: "character varying(32)",
                oldMaxLength: 32,
                oldNullable: true);
        }
    }
}
