using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Postgres.Migrations
{
    /// <inheritdoc />
    public partial class RuleLab : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsRetired",
                table: "Topics",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AfterSha256",
                table: "RetagChanges",
                type: "character varying(64)",
                maxLength: 64,
                nullable: true,
                collation: "C");

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "RetagChanges",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Table = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false, collation: "C"),
                    Before = table.Column<string>(type: "text", nullable: true),
                    After = table.Column<string>(type: "text", nullable: true),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Editor = table.Column<string>(type: "character varying(256)", maxLength: 256, nullable: false, collation: "C"),
                    Note = table.Column<string>(type: "text", nullable: true, collation: "C"),
                    State = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Rules = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true, collation: "C"),
                    Effect = table.Column<string>(type: "text", nullable: false),
                    LastArticleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Looked = table.Column<int>(type: "integer", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    Step = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RuleChanges", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_At",
                table: "RuleChanges",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_RuleChanges_State_Place",
                table: "RuleChanges",
                columns: new[] { "State", "Place" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "RuleChanges");

            migrationBuilder.DropColumn(
                name: "IsRetired",
                table: "Topics");

            migrationBuilder.DropColumn(
                name: "AfterSha256",
                table: "RetagChanges");

            migrationBuilder.DropColumn(
                name: "Revision",
                table: "RetagChanges");
        }
    }
}
