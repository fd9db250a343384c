using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Stories : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "Stories",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FoundedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    MergedInto = table.Column<Guid>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Stories", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "StoryEntries",
                columns: table => new
                {
                    Number = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ArticleId = table.Column<Guid>(type: "TEXT", nullable: false),
                    StoryId = table.Column<Guid>(type: "TEXT", nullable: true),
                    IsPinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Day = table.Column<int>(type: "INTEGER", nullable: false),
                    ConflictDay = table.Column<int>(type: "INTEGER", nullable: true),
                    AgreedDay = table.Column<int>(type: "INTEGER", nullable: true),
                    Profile = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StoryEntries", x => x.Number);
                });

            // The key is all there is: without row ids it is kept once instead of twice, in half the room.
            migrationBuilder.Sql("""
                CREATE TABLE "StoryKeys" ("Key" INTEGER NOT NULL, "Day" INTEGER NOT NULL, "Number" INTEGER NOT NULL, CONSTRAINT "PK_StoryKeys" PRIMARY KEY ("Key", "Day", "Number")) WITHOUT ROWID
                """);

            migrationBuilder.CreateIndex(
                name: "IX_Stories_MergedInto",
                table: "Stories",
                column: "MergedInto");

            migrationBuilder.CreateIndex(
                name: "IX_StoryEntries_ArticleId",
                table: "StoryEntries",
                column: "ArticleId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_StoryEntries_ConflictDay",
                table: "StoryEntries",
                column: "ConflictDay");

            migrationBuilder.CreateIndex(
                name: "IX_StoryEntries_StoryId_ArticleId",
                table: "StoryEntries",
                columns: new[] { "StoryId", "ArticleId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Stories");

            migrationBuilder.DropTable(
                name: "StoryEntries");

            migrationBuilder.DropTable(
                name: "StoryKeys");
        }
    }
}
