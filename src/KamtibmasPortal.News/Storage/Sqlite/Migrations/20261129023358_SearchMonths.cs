using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace KamtibmasPortal.News.Storage.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class SearchMonths : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {

        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {

        }
    }
}
