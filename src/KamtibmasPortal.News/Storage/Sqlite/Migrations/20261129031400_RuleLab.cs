using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Sqlite.Migrations
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
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "AfterSha256",
                table: "RetagChanges",
                type: "TEXT",
                maxLength: 64,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Revision",
                table: "RetagChanges",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "RuleChanges",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Table = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Key = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    Before = table.Column<string>(type: "TEXT", nullable: true),
                    After = table.Column<string>(type: "TEXT", nullable: true),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Editor = table.Column<string>(type: "TEXT", maxLength: 256, nullable: false),
                    Note = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 32, nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    AppliedAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    UndoneAt = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Rules = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Effect = table.Column<string>(type: "TEXT", nullable: false),
                    LastArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Looked = table.Column<int>(type: "INTEGER", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    Step = table.Column<int>(type: "INTEGER", nullable: false)
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
