using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Ringkasan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsLeft",
                table: "BulkChanges",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoneAt",
                table: "BulkChanges",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "FinishedAt",
                table: "BulkActs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "BulkActs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "SourceId",
                table: "BulkActs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "SourceName",
                table: "BulkActs",
                type: "TEXT",
                maxLength: 200,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "UndoFinishedAt",
                table: "BulkActs",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "UndoneBy",
                table: "BulkActs",
                type: "TEXT",
                maxLength: 256,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "PublicSince",
                table: "Articles",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateIndex(
                name: "IX_ArticleTags_Added",
                table: "ArticleTags",
                columns: new[] { "Kind", "Key" },
                filter: " \"Origin\" = 'Editor' AND \"Evidence\" = '[]' AND NOT \"IsImplied\" ");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles",
                column: "FirstSeenAt");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_PublicSince",
                table: "Articles",
                column: "PublicSince",
                filter: "\"PublicSince\" IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_Articles_WithdrawnAt",
                table: "Articles",
                column: "WithdrawnAt",
                filter: "\"WithdrawnAt\" IS NOT NULL");

            // Acts before this version were done at once. What was public since when is not kept: the first decision of an editor, or the arrival.
            migrationBuilder.Sql("""UPDATE "BulkActs" SET "FinishedAt" = "At", "UndoFinishedAt" = "UndoneAt" """);
            migrationBuilder.Sql("""UPDATE "BulkChanges" SET "UndoneAt" = (SELECT b."UndoneAt" FROM "BulkActs" b WHERE b."Id" = "BulkChanges"."ActId")""");
            migrationBuilder.Sql("""
                UPDATE "Articles" SET "PublicSince" = COALESCE(
                    (SELECT MIN(e."At") FROM "ArticleEdits" e WHERE e."ArticleId" = "Articles"."Id" AND e."Field" = 'state' AND e."Before" = 'Pending' AND e."After" = 'Published'), "FirstSeenAt")
                WHERE "State" IN ('Published', 'Withdrawn')
                """);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_ArticleTags_Added",
                table: "ArticleTags");

            migrationBuilder.DropIndex(
                name: "IX_Articles_FirstSeenAt",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_PublicSince",
                table: "Articles");

            migrationBuilder.DropIndex(
                name: "IX_Articles_WithdrawnAt",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "IsLeft",
                table: "BulkChanges");

            migrationBuilder.DropColumn(
                name: "UndoneAt",
                table: "BulkChanges");

            migrationBuilder.DropColumn(
                name: "FinishedAt",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "SourceId",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "SourceName",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "UndoFinishedAt",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "UndoneBy",
                table: "BulkActs");

            migrationBuilder.DropColumn(
                name: "PublicSince",
                table: "Articles");
        }
    }
}
